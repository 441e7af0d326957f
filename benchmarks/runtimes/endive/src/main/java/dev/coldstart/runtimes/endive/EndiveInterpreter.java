package dev.coldstart.runtimes.endive;

import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.WasmRuntime;
import java.util.function.Function;
import run.endive.runtime.Memory;
import run.endive.wasm.Parser;
import run.endive.wasm.Version;
import run.endive.wasm.types.MemoryLimits;

public final class EndiveInterpreter implements WasmRuntime {

  private final Function<MemoryLimits, Memory> memories;

  public EndiveInterpreter() {
    this(null);
  }

  /** @param memories makes the memories of instances; null leaves that to Endive */
  EndiveInterpreter(Function<MemoryLimits, Memory> memories) {
    this.memories = memories;
  }

  @Override
  public String engine() {
    return "Endive " + Version.version();
  }

  @Override
  public ParsedModule parse(String fixture, byte[] wasm) {
    return new EndiveModule(Parser.parse(wasm), memories);
  }
}
