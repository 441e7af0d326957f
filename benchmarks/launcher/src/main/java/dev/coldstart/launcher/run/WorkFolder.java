package dev.coldstart.launcher.run;

import dev.coldstart.launcher.launch.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A temporary folder for all that comes and goes with a run. */
record WorkFolder(Path path) implements AutoCloseable {

  static WorkFolder make() throws IOException {
    return new WorkFolder(Files.createTempDirectory("coldstart-"));
  }

  @Override
  public void close() {
    try {
      if (Files.exists(path)) {
        Folders.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the temporary folder " + path + " cannot be removed (" + e + "): remove it", e);
    }
  }
}
