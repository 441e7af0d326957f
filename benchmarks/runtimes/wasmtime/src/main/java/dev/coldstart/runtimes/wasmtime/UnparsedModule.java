package dev.coldstart.runtimes.wasmtime;

import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.Wasi;
import io.github.kawamuray.wasmtime.Engine;
import io.github.kawamuray.wasmtime.Module;

/** Wasmtime parses and compiles in one call. */
final class UnparsedModule implements ParsedModule {

  private final Engine engine;
  private final byte[] wasm;
  private final Wasi wasi;

  /** @param wasi null unless the module imports it */
  UnparsedModule(Engine engine, byte[] wasm, Wasi wasi) {
    this.engine = engine;
    this.wasm = wasm;
    this.wasi = wasi;
  }

  @Override
  public CompiledModule compile() {
    return new WasmtimeModule(engine, new Module(engine, wasm), wasi);
  }
}
