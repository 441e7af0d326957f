package dev.coldstart.runtimes.chicorybuildtime;

import com.dylibso.chicory.runtime.CompiledModule;
import com.dylibso.chicory.wasm.Version;
import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.WasmRuntime;

/**
 * Runs the classes that Chicory's Maven plugin generated from the fixtures' modules. No compiler is on the class path.
 */
public final class ChicoryBuildTime implements WasmRuntime {

  @Override
  public String engine() {
    return "Chicory " + Version.version();
  }

  /**
   * Ignores the bytes. Finds the generated classes, and the rest of the module that Chicory still parses, by fixture
   * id.
   */
  @Override
  public ParsedModule parse(String fixture, byte[] wasm) {
    CompiledModule compiled = compiled(fixture);
    return new ChicoryModule(compiled.wasmModule(), null, compiled.machineFactory());
  }

  /** Uses no reflection on the name: see {@link dev.coldstart.child.ColdStart}. */
  private static CompiledModule compiled(String fixture) {
    return switch (fixture) {
      case "api-event" -> new ApiEventModule();
      case "hello" -> new HelloModule();
      case "markdown" -> new MarkdownModule();
      case "noop" -> new NoopModule();
      case "sha256" -> new Sha256Module();
      default -> throw new IllegalArgumentException(notCompiled(fixture));
    };
  }

  private static String notCompiled(String fixture) {
    return "fixture " + fixture + " was not compiled in the build: add an execution to the pom.xml of "
        + ChicoryBuildTime.class.getPackageName() + " and name its module in " + ChicoryBuildTime.class.getSimpleName();
  }
}
