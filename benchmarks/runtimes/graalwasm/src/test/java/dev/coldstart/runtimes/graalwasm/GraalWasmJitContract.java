package dev.coldstart.runtimes.graalwasm;

import dev.coldstart.spi.WasmContract;
import dev.coldstart.spi.WasmRuntime;

/** Needs a JVM with the Graal compiler: {@link GraalWasmJitTest} starts one. Not named as the build names tests. */
class GraalWasmJitContract extends WasmContract {
  @Override
  protected WasmRuntime open() {
    return new GraalWasmJit();
  }
}
