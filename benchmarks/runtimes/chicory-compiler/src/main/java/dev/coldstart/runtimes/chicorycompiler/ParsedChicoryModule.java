package dev.coldstart.runtimes.chicorycompiler;

import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.wasm.WasmModule;
import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.ParsedModule;

final class ParsedChicoryModule implements ParsedModule {

  private final WasmModule module;

  ParsedChicoryModule(WasmModule module) {
    this.module = module;
  }

  /** To JVM bytecode. A function too long for a method stays interpreted, and Chicory says so on standard error. */
  @Override
  public CompiledModule compile() {
    return new CompiledChicoryModule(module, MachineFactoryCompiler.compile(module));
  }
}
