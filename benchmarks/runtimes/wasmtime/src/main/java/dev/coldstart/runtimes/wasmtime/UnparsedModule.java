package dev.coldstart.runtimes.wasmtime;

import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.ParsedModule;
import io.github.kawamuray.wasmtime.Engine;
import io.github.kawamuray.wasmtime.Module;

/** Wasmtime parses and compiles in one call. */
final class UnparsedModule implements ParsedModule {

  private final Engine engine;
  private final byte[] wasm;

  UnparsedModule(Engine engine, byte[] wasm) {
    this.engine = engine;
    this.wasm = wasm;
  }

  @Override
  public CompiledModule compile() {
    return new WasmtimeModule(engine, new Module(engine, wasm));
  }
}
