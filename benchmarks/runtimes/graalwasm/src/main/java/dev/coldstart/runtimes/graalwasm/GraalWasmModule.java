package dev.coldstart.runtimes.graalwasm;

import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.Wasi;
import dev.coldstart.spi.WasmInstance;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.ByteSequence;
import org.graalvm.polyglot.proxy.ProxyObject;

final class GraalWasmModule implements ParsedModule, CompiledModule {

  private final Context context;
  private final Value module;

  /** The exports of the providers by their names. Null if the module imports nothing. */
  private Map<String, Object> providers;

  /** @param wasi null unless the module imports it */
  GraalWasmModule(Engine engine, Wasi wasi, Source source) {
    Context.Builder builder = Context.newBuilder(GraalWasm.LANGUAGE).engine(engine);
    context = wasi == null ? builder.build() : GraalWasi.addTo(builder, wasi).build();
    module = context.eval(source);
  }

  @Override
  public CompiledModule compile() {
    return this;
  }

  @Override
  public WasmInstance<?> provide(String name, byte[] wasm) throws IOException {
    if (providers == null) {
      providers = new HashMap<>();
    }
    Source source = Source.newBuilder(GraalWasm.LANGUAGE, ByteSequence.create(wasm), "provider-".concat(name)).build();
    Value exports = context.eval(source).newInstance().getMember("exports");
    providers.put(name, exports);
    return new GraalWasmInstance(exports);
  }

  @Override
  public WasmInstance<?> instantiate() {
    Value instance = providers == null ? module.newInstance() : module.newInstance(ProxyObject.fromMap(providers));
    return new GraalWasmInstance(instance.getMember("exports"));
  }

  @Override
  public void close() {
    context.close();
  }
}
