package dev.coldstart.runtimes.endive;

import dev.coldstart.spi.WasmContract;
import dev.coldstart.spi.WasmRuntime;

class EndiveInterpreterTest extends WasmContract {
  @Override
  protected WasmRuntime open() {
    return new EndiveInterpreter();
  }
}
