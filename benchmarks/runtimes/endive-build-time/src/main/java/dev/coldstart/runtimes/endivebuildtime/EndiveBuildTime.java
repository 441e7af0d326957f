package dev.coldstart.runtimes.endivebuildtime;

import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.WasmRuntime;
import run.endive.runtime.CompiledModule;
import run.endive.wasm.Version;

/** Runs the classes that Endive's Maven plugin made of the fixtures' modules; no compiler is on the class path. */
public final class EndiveBuildTime implements WasmRuntime {

  @Override
  public String engine() {
    return "Endive " + Version.version();
  }

  /** Ignores the module: what was made of it, and what Endive still parses of it, is found by the fixture's name. */
  @Override
  public ParsedModule parse(String fixture, byte[] wasm) {
    CompiledModule compiled = compiled(fixture);
    return new BuildTimeModule(compiled.wasmModule(), compiled.machineFactory());
  }

  /** Not by reflection on the name: see {@link dev.coldstart.child.ColdStart}. */
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
        + EndiveBuildTime.class.getPackageName() + " and name its module in " + EndiveBuildTime.class.getSimpleName();
  }
}
