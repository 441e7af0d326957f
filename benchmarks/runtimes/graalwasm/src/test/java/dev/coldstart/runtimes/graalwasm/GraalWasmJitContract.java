package dev.coldstart.runtimes.graalwasm;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmContract;

/** Needs a JVM with the Graal compiler: {@link GraalWasmJitTest} starts one. Not named as the build names tests. */
class GraalWasmJitContract extends WasmContract {
  @Override
  protected ColdStart child() {
    return new GraalWasmJitChild();
  }
}
