package dev.coldstart.runtimes.chicory;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.Wasi;
import dev.coldstart.spi.WasmInstance;
import java.util.function.Function;

/** A module that needs no compilation: it is interpreted or already compiled. */
final class ChicoryModule implements ParsedModule, CompiledModule {

  private final WasmModule module;
  private final Function<MemoryLimits, Memory> memories;
  private final Function<Instance, Machine> machines;

  /** Null if the module imports nothing. */
  private ChicoryProviders providers;

  /** Runs the last instance's functions. Null before there is one. */
  private Machine machine;

  /**
   * @param memories makes the memories of instances; null leaves that to Chicory * @param machines makes the machine
   * that runs the functions; null for the interpreter
   * @param wasi null unless the module imports it
   */
  ChicoryModule(WasmModule module, Function<MemoryLimits, Memory> memories, Function<Instance, Machine> machines,
      Wasi wasi) {
    this.module = module;
    this.memories = memories;
    this.machines = machines;
    if (wasi != null) {
      providers = new ChicoryProviders();
      providers.add(wasi);
    }
  }

  @Override
  public CompiledModule compile() {
    return this;
  }

  @Override
  public WasmInstance<?> provide(String name, byte[] wasm) {
    if (providers == null) {
      providers = new ChicoryProviders();
    }
    return providers.add(name, wasm);
  }

  @Override
  public WasmInstance<?> instantiate() {
    // Chicory would also call an exported _start, which is a WASI command's and not this stage's.
    Instance.Builder builder =
        Instance.builder(module).withMemoryFactory(memories).withMachineFactory(machines).withStart(false);
    if (providers != null) {
      builder.withImportValues(providers.values());
    }
    Instance instance = builder.build();
    machine = instance.getMachine();
    return new ChicoryInstance(instance);
  }

  @Override
  public String counts() {
    return machines == null || machine == null ? null : ChicoryFallback.counts(machine);
  }

  @Override
  public void close() {}
}
