package dev.coldstart.runtimes.wasmtime;

import dev.coldstart.spi.WasmRuntime;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Puts the native library into a folder, and beside it Wasmtime's cache with one compiled module. */
public final class FillCache {

  /**
   * All is Wasmtime's default but one: after 256 uses it would compress the file anew, in a thread of one launch, and
   * later launches would not be like the earlier ones.
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
    // Wasmtime wants an absolute path.
    Path modules = Path.of(args[0], "modules").toAbsolutePath();
    Files.writeString(Path.of(System.getProperty(WasmtimeCachedChild.CACHE)), CONFIGURATION.formatted(quoted(modules)));
    byte[] wasm = Files.readAllBytes(Path.of(args[1]));
    try (WasmRuntime runtime = new WasmtimeCachedChild().open()) {
      runtime.parse(args[2], wasm).compile().close();
    }
    if (compiledModules(modules.toFile()).isEmpty()) {
      // Wasmtime does without its cache, with no word, where it cannot write to it.
      throw new IOException("Wasmtime has put nothing into its cache: " + modules);
    }
  }

  /** As a text of TOML, which a backslash and a quote end or change. */
  private static String quoted(Path path) {
    return path.toString().replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** A cache's files that hold compiled modules; beside them Wasmtime counts uses, in files with an ending. */
  static List<File> compiledModules(File folder) {
    List<File> found = new ArrayList<>();
    // Not by a stream of all files, which fails when one disappears, as Wasmtime's own temporary files do.
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
