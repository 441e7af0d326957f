package dev.coldstart.launcher.machine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files in which the kernel tells of itself.
 *
 * @param root the file system's; tests have one of their own
 */
public record SystemFiles(Path root) {

  public static final SystemFiles REAL = new SystemFiles(Path.of("/"));

  /** A file's text; empty where the platform has no such file. */
  Optional<String> text(String file) {
    try {
      return Optional.of(Files.readString(root.resolve(file)));
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  /** The ids of all processes that can be seen; none where the platform has no {@code /proc}. */
  List<Long> processes() {
    List<Long> ids = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(root.resolve("proc"), "[0-9]*")) {
      entries.forEach(entry -> ids.add(Long.parseLong(entry.getFileName().toString())));
    } catch (IOException | NumberFormatException absent) {
      return List.of();
    }
    return ids;
  }
}
