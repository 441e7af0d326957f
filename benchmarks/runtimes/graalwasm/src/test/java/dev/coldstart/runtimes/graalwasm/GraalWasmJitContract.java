package dev.coldstart.runtimes.graalwasm;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmContract;

/**
 * Needs a JVM with the Graal compiler, which {@link GraalWasmJitTest} starts. Its name keeps the build from running it.
 */
class GraalWasmJitContract extends WasmContract {
  @Override
  protected ColdStart child() {
    return new GraalWasmJitChild();
  }
}
