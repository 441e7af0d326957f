package dev.coldstart.runtimes.chicory;

import dev.coldstart.spi.ColdStart;
import dev.coldstart.spi.WasmContract;

class ChicoryInterpreterTest extends WasmContract {
  @Override
  protected ColdStart child() {
    return new ChicoryInterpreterChild();
  }
}
