package dev.coldstart.runtimes.wasmtime;

import dev.coldstart.spi.Wasi;
import io.github.kawamuray.wasmtime.Engine;
import io.github.kawamuray.wasmtime.Extern;
import io.github.kawamuray.wasmtime.ImportType;
import io.github.kawamuray.wasmtime.Linker;
import io.github.kawamuray.wasmtime.Module;
import io.github.kawamuray.wasmtime.Store;
import io.github.kawamuray.wasmtime.wasi.WasiCtx;
import io.github.kawamuray.wasmtime.wasi.WasiCtxBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Modules whose exports are another one's imports. Linked instances share one store. */
final class WasmtimeProviders {

  private final Engine engine;
  private final Store<Void> store;

  /** Has WASI. Null if no module needs it. */
  private final Linker linker;

  /** Null if WASI's own clock and random numbers are used. */
  private final FixedFunctions fixed;

  private final Map<String, WasmtimeInstance> providers = new HashMap<>();

  private WasmtimeProviders(Engine engine, Store<Void> store, Linker linker, FixedFunctions fixed) {
    this.engine = engine;
    this.store = store;
    this.linker = linker;
    this.fixed = fixed;
  }

  static WasmtimeProviders without(Engine engine) {
    return new WasmtimeProviders(engine, new Store<>(null, engine), null, null);
  }

  /** WASI would abort the JVM in a store that was made without a context for it. */
  static WasmtimeProviders with(Wasi wasi, Engine engine) {
    WasiCtxBuilder context = new WasiCtxBuilder().inheritStdio().args(Arrays.asList(wasi.arguments()));
    String[] environment = wasi.environment();
    for (int i = 0; i < environment.length; i += 2) {
      context.env(environment[i], environment[i + 1]);
    }
    String[] directories = wasi.directories();
    for (int i = 0; i < directories.length; i += 2) {
      context.preopenedDir(Path.of(directories[i + 1]), directories[i]);
    }
    Linker linker = new Linker(engine);
    WasiCtx.addToLinker(linker);
    Store<Void> store = new Store<>(null, engine, context.build());
    FixedFunctions fixed = wasi.fixed() == null ? null : new FixedFunctions(store, wasi.fixed());
    return new WasmtimeProviders(engine, store, linker, fixed);
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
      if (linker != null && wanted.module().equals(Wasi.NAME)) {
        Extern own = fixed == null ? null : fixed.named(wanted.name());
        externs.add(own == null ? linker.get(store, wanted.module(), wanted.name()).get() : own);
        continue;
      }
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
    if (linker != null) {
      linker.dispose();
    }
    store.dispose();
  }
}
