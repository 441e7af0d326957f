package dev.coldstart.runtimes.chicorybuildtime;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.Version;
import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.Wasi;
import dev.coldstart.spi.WasmRuntime;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

/**
 * Runs the classes that {@link BuildTimeCompiler} generated from the fixture's module. No compiler is on the class
 * path.
 */
public final class ChicoryBuildTime implements WasmRuntime {

  /** What remains of the module and is still parsed: everything but the functions that were compiled. */
  private static final String REST = "Prepared.meta";

  @Override
  public String engine() {
    return "Chicory " + Version.version();
  }

  /** Ignores the bytes, and takes the rest of the module from the class path. */
  @Override
  public ParsedModule parse(String fixture, byte[] wasm, Wasi wasi) throws IOException {
    try (InputStream rest = ChicoryBuildTime.class.getResourceAsStream(REST)) {
      if (rest == null) {
        throw new FileNotFoundException("no module was compiled beforehand: no " + REST + " is on the class path");
      }
      return new ChicoryModule(Parser.parse(rest), null, new Machines(), wasi);
    }
  }

  @Override
  public int exitCode(Exception thrown) {
    return ChicoryWasi.exitCode(thrown);
  }

  private static final class Machines implements Function<Instance, Machine> {
    @Override
    public Machine apply(Instance instance) {
      return new PreparedMachine(instance);
    }
  }
}
