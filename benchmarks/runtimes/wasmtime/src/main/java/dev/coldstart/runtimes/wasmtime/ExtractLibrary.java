package dev.coldstart.runtimes.wasmtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Extracts the native library into a folder, under the name that {@code -Djava.library.path=<folder>} expects. */
public final class ExtractLibrary {

  private ExtractLibrary() {}

  /** Arguments: the folder, the module's path, the fixture's id; the library is the same for all modules. */
  public static void main(String[] args) throws IOException {
    Path library = Path.of(args[0], System.mapLibraryName("wasmtime_jni"));
    try (InputStream in = NativeLibrary.ofThisPlatform().open()) {
      Files.copy(in, library, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
