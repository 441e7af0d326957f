package dev.coldstart.runtimes.endivecompiler;

import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.ParsedModule;
import run.endive.compiler.MachineFactoryCompiler;
import run.endive.wasm.WasmModule;

final class ParsedEndiveModule implements ParsedModule {

  private final WasmModule module;

  ParsedEndiveModule(WasmModule module) {
    this.module = module;
  }

  /** To JVM bytecode. A function too long for a method stays interpreted, and Endive says so on standard error. */
  @Override
  public CompiledModule compile() {
    return new CompiledEndiveModule(module, MachineFactoryCompiler.compile(module));
  }
}
