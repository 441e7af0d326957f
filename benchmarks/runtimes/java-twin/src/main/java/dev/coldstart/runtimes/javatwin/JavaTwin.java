package dev.coldstart.runtimes.javatwin;

import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.HandlerInstance;
import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.Wasi;
import dev.coldstart.spi.WasmRuntime;

/** The baseline of a module that comes with the same handler in a jar: calls that handler, without Wasm. */
final class JavaTwin implements WasmRuntime, ParsedModule, CompiledModule {

  @Override
  public String engine() {
    return System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version");
  }

  @Override
  public ParsedModule parse(String fixture, byte[] wasm, Wasi wasi) {
    return this;
  }

  @Override
  public CompiledModule compile() {
    return this;
  }

  @Override
  public HandlerInstance handler() {
    return new PreparedCall();
  }

  @Override
  public void close() {}
}
