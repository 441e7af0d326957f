package dev.coldstart.runtimes.endive;

import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.HandlerInstance;
import dev.coldstart.spi.ParsedModule;
import java.util.function.Function;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.MemoryLimits;

/** Parsing made it ready: the interpreter has nothing to compile. */
final class EndiveModule implements ParsedModule, CompiledModule {

  private final WasmModule module;
  private final Function<MemoryLimits, Memory> memories;

  /** @param memories makes its memories; null leaves that to Endive */
  EndiveModule(WasmModule module, Function<MemoryLimits, Memory> memories) {
    this.module = module;
    this.memories = memories;
  }

  @Override
  public CompiledModule compile() {
    return this;
  }

  @Override
  public HandlerInstance instantiate() {
    return new EndiveInstance(Instance.builder(module).withMemoryFactory(memories).build());
  }

  @Override
  public void close() {}
}
