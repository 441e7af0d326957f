package dev.coldstart.runtimes.wasmtime;

import dev.coldstart.spi.WasmContract;
import dev.coldstart.spi.WasmRuntime;

class WasmtimeJniTest extends WasmContract {
  @Override
  protected WasmRuntime open() {
    return new WasmtimeJni();
  }
}
