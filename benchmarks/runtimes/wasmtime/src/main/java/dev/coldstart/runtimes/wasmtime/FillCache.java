package dev.coldstart.runtimes.wasmtime;

import dev.coldstart.spi.WasmRuntime;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Extracts the native library into a folder and fills a Wasmtime cache next to it with one compiled module. */
public final class FillCache {

  /**
   * Wasmtime's defaults with one exception. By default, Wasmtime recompresses the file after 256 uses, in a thread of
   * one launch, and later launches would differ from earlier ones.
   */
  private static final String CONFIGURATION = """
      [cache]
      enabled = true
      directory = "%s"
      optimized-compression-usage-counter-threshold = '1000G'
      """;

  private FillCache() {}

  /** Arguments: the folder, the module's path, the fixture's id. */
  public static void main(String[] args) throws Exception {
    ExtractLibrary.main(args);
    // Wasmtime requires an absolute path.
    Path modules = Path.of(args[0], "modules").toAbsolutePath();
    Files.writeString(Path.of(System.getProperty(WasmtimeCachedChild.CACHE)), CONFIGURATION.formatted(quoted(modules)));
    byte[] wasm = Files.readAllBytes(Path.of(args[1]));
    try (WasmRuntime runtime = new WasmtimeCachedChild().open()) {
      runtime.parse(args[2], wasm, null).compile().close();
    }
    if (compiledModules(modules.toFile()).isEmpty()) {
      // Wasmtime silently works without a cache if it cannot write to it.
      throw new IOException("Wasmtime has put nothing into its cache: " + modules);
    }
  }

  /** Escapes backslashes and quotes for a TOML string. */
  private static String quoted(Path path) {
    return path.toString().replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** A cache's files with compiled modules. Wasmtime's use counters are next to them, in files with an extension. */
  static List<File> compiledModules(File folder) {
    List<File> found = new ArrayList<>();
    // Files.walk would fail if a file disappeared, and Wasmtime's temporary files do.
    for (File entry : folder.listFiles()) {
      if (entry.isDirectory()) {
        found.addAll(compiledModules(entry));
      } else if (!entry.getName().contains(".")) {
        found.add(entry);
      }
    }
    return found;
  }
}
