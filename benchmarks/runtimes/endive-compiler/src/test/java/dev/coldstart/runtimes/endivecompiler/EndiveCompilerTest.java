package dev.coldstart.runtimes.endivecompiler;

import dev.coldstart.spi.ColdStart;
import dev.coldstart.spi.WasmContract;

class EndiveCompilerTest extends WasmContract {
  @Override
  protected ColdStart child() {
    return new EndiveCompilerChild();
  }
}
