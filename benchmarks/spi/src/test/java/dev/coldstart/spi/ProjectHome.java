package dev.coldstart.spi;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout's root. The build sets it; in an IDE it is the nearest folder upwards that contains the fixtures. */
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
