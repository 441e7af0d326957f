package dev.coldstart.runtimes.chicory;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.HandlerInstance;
import dev.coldstart.spi.ParsedModule;
import java.util.function.Function;

/** Parsing made it ready: the interpreter has nothing to compile. */
final class ChicoryModule implements ParsedModule, CompiledModule {

  private final WasmModule module;
  private final Function<MemoryLimits, Memory> memories;

  /** @param memories makes its memories; null leaves that to Chicory */
  ChicoryModule(WasmModule module, Function<MemoryLimits, Memory> memories) {
    this.module = module;
    this.memories = memories;
  }

  @Override
  public CompiledModule compile() {
    return this;
  }

  @Override
  public HandlerInstance instantiate() {
    return new ChicoryInstance(Instance.builder(module).withMemoryFactory(memories).build());
  }

  @Override
  public void close() {}
}
