package dev.coldstart.runtimes.wasmtime;

import io.github.kawamuray.wasmtime.Engine;
import io.github.kawamuray.wasmtime.Extern;
import io.github.kawamuray.wasmtime.ImportType;
import io.github.kawamuray.wasmtime.Module;
import io.github.kawamuray.wasmtime.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Modules whose exports are another one's imports. Linked instances share one store. */
final class WasmtimeProviders {

  private final Engine engine;
  private final Store<Void> store;
  private final Map<String, WasmtimeInstance> providers = new HashMap<>();

  WasmtimeProviders(Engine engine) {
    this.engine = engine;
    this.store = new Store<>(null, engine);
  }

  WasmtimeInstance add(String name, byte[] wasm) {
    try (Module module = new Module(engine, wasm)) {
      WasmtimeInstance provider = WasmtimeInstance.of(store, module, List.of());
      providers.put(name, provider);
      return provider;
    }
  }

  WasmtimeInstance instantiate(Module module) {
    List<Extern> externs = new ArrayList<>();
    for (ImportType wanted : module.imports()) {
      WasmtimeInstance provider = providers.get(wanted.module());
      if (provider == null) {
        throw new IllegalArgumentException("nothing provides the import " + wanted.module() + "." + wanted.name());
      }
      externs.add(provider.export(wanted));
    }
    return WasmtimeInstance.of(store, module, externs);
  }

  void close() {
    providers.values().forEach(WasmtimeInstance::close);
    store.dispose();
  }
}
