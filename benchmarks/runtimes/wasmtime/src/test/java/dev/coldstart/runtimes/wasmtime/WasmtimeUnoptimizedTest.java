package dev.coldstart.runtimes.wasmtime;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmContract;

class WasmtimeUnoptimizedTest extends WasmContract {
  @Override
  protected ColdStart child() {
    return new WasmtimeUnoptimizedChild();
  }
}
