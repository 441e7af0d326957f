package dev.coldstart.runtimes.graalwasm;

import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.WasmInstance;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

final class GraalWasmModule implements ParsedModule, CompiledModule {

  private final Context context;
  private final Value module;

  GraalWasmModule(Engine engine, Source source) {
    context = Context.newBuilder(GraalWasm.LANGUAGE).engine(engine).build();
    module = context.eval(source);
  }

  @Override
  public CompiledModule compile() {
    return this;
  }

  @Override
  public WasmInstance<?> instantiate() {
    return new GraalWasmInstance(module.newInstance().getMember("exports"));
  }

  @Override
  public void close() {
    context.close();
  }
}
