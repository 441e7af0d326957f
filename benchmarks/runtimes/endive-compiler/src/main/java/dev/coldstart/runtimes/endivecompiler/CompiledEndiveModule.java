package dev.coldstart.runtimes.endivecompiler;

import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.HandlerInstance;
import java.util.function.Function;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;
import run.endive.wasm.WasmModule;

final class CompiledEndiveModule implements CompiledModule {

  private final WasmModule module;
  private final Function<Instance, Machine> machineFactory;

  CompiledEndiveModule(WasmModule module, Function<Instance, Machine> machineFactory) {
    this.module = module;
    this.machineFactory = machineFactory;
  }

  @Override
  public HandlerInstance instantiate() {
    return new EndiveInstance(Instance.builder(module).withMachineFactory(machineFactory).build());
  }
}
