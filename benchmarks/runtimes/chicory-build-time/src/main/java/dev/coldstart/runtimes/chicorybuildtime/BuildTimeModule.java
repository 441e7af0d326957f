package dev.coldstart.runtimes.chicorybuildtime;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.WasmModule;
import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.HandlerInstance;
import dev.coldstart.spi.ParsedModule;
import java.util.function.Function;

/** Was compiled before the JVM started: what is left of the module had to be parsed, and its classes to be loaded. */
final class BuildTimeModule implements ParsedModule, CompiledModule {

  private final WasmModule module;
  private final Function<Instance, Machine> machineFactory;

  BuildTimeModule(WasmModule module, Function<Instance, Machine> machineFactory) {
    this.module = module;
    this.machineFactory = machineFactory;
  }

  @Override
  public CompiledModule compile() {
    return this;
  }

  @Override
  public HandlerInstance instantiate() {
    return new ChicoryInstance(Instance.builder(module).withMachineFactory(machineFactory).build());
  }

  @Override
  public void close() {}
}
