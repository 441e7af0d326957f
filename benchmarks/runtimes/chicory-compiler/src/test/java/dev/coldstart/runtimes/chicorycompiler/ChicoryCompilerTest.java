package dev.coldstart.runtimes.chicorycompiler;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmContract;

class ChicoryCompilerTest extends WasmContract {
  @Override
  protected ColdStart child() {
    return new ChicoryCompilerChild();
  }
}
