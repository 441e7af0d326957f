package dev.coldstart.runtimes.wasmtime;

import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.Wasi;
import dev.coldstart.spi.WasmRuntime;
import io.github.kawamuray.wasmtime.Config;
import io.github.kawamuray.wasmtime.Engine;
import io.github.kawamuray.wasmtime.WasmFunctionError.I32ExitError;

/** Creating the engine loads the native library, either from java.library.path or extracted from the jar. */
public final class WasmtimeJni implements WasmRuntime {

  private final Engine engine;

  public WasmtimeJni() {
    engine = new Engine();
  }

  /** @param config is disposed, because the engine has a copy */
  WasmtimeJni(Config config) {
    engine = new Engine(config);
    config.dispose();
  }

  @Override
  public String engine() {
    return NativeLibrary.ofThisPlatform().engine();
  }

  @Override
  public ParsedModule parse(String fixture, byte[] wasm, Wasi wasi) {
    return new UnparsedModule(engine, wasm, wasi);
  }

  @Override
  public int exitCode(Exception thrown) {
    return thrown instanceof I32ExitError ? ((I32ExitError) thrown).exitCode() : -1;
  }

  @Override
  public void close() {
    engine.dispose();
  }
}
