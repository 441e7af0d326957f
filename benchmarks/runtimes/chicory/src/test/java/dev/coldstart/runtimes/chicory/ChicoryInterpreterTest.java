package dev.coldstart.runtimes.chicory;

import dev.coldstart.spi.WasmContract;
import dev.coldstart.spi.WasmRuntime;

class ChicoryInterpreterTest extends WasmContract {
  @Override
  protected WasmRuntime open() {
    return new ChicoryInterpreter();
  }
}
