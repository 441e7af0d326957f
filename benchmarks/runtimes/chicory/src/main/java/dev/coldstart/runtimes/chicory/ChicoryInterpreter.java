package dev.coldstart.runtimes.chicory;

import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.Version;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.Wasi;
import dev.coldstart.spi.WasmRuntime;
import java.util.function.Function;

public final class ChicoryInterpreter implements WasmRuntime {

  private final Function<MemoryLimits, Memory> memories;

  /** @param memories makes the memories of instances; null leaves that to Chicory */
  ChicoryInterpreter(Function<MemoryLimits, Memory> memories) {
    this.memories = memories;
  }

  @Override
  public String engine() {
    return "Chicory " + Version.version();
  }

  @Override
  public ParsedModule parse(String fixture, byte[] wasm, Wasi wasi) {
    return new ChicoryModule(Parser.parse(wasm), memories, null, wasi);
  }

  @Override
  public int exitCode(Exception thrown) {
    return ChicoryWasi.exitCode(thrown);
  }
}
