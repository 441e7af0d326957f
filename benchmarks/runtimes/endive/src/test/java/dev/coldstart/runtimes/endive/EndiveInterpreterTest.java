package dev.coldstart.runtimes.endive;

import dev.coldstart.spi.ColdStart;
import dev.coldstart.spi.WasmContract;

class EndiveInterpreterTest extends WasmContract {
  @Override
  protected ColdStart child() {
    return new EndiveInterpreterChild();
  }
}
