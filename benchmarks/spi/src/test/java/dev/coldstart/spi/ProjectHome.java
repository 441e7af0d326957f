package dev.coldstart.spi;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout's root: the build tells it, and in an IDE it is the next folder upwards that holds the fixtures. */
final class ProjectHome {

  private ProjectHome() {}

  static Path path() {
    Path home = Path.of(System.getProperty("coldstart.home", "")).toAbsolutePath();
    while (!Files.isDirectory(home.resolve("wasm-fixtures"))) {
      home = home.getParent();
      if (home == null) {
        throw new IllegalStateException("no folder wasm-fixtures upwards: set -Dcoldstart.home=<checkout>");
      }
    }
    return home;
  }
}
