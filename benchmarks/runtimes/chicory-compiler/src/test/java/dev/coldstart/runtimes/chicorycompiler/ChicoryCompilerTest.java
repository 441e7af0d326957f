package dev.coldstart.runtimes.chicorycompiler;

import dev.coldstart.spi.WasmContract;
import dev.coldstart.spi.WasmRuntime;

class ChicoryCompilerTest extends WasmContract {
  @Override
  protected WasmRuntime open() {
    return new ChicoryCompiler();
  }
}
