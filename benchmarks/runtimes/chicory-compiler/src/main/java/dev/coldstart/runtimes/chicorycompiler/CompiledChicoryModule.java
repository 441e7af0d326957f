package dev.coldstart.runtimes.chicorycompiler;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.WasmModule;
import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.HandlerInstance;
import java.util.function.Function;

final class CompiledChicoryModule implements CompiledModule {

  private final WasmModule module;
  private final Function<Instance, Machine> machineFactory;

  CompiledChicoryModule(WasmModule module, Function<Instance, Machine> machineFactory) {
    this.module = module;
    this.machineFactory = machineFactory;
  }

  @Override
  public HandlerInstance instantiate() {
    return new ChicoryInstance(Instance.builder(module).withMachineFactory(machineFactory).build());
  }
}
