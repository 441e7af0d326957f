package dev.coldstart.runtimes.endivecompiler;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmContract;

class EndiveCompilerTest extends WasmContract {
  @Override
  protected ColdStart child() {
    return new EndiveCompilerChild();
  }
}
