package dev.coldstart.launcher.catalog;

import java.nio.file.Path;

/**
 * An installed JDK.
 *
 * @param feature the feature version, for example 25
 * @param version the full version, for example {@code 25.0.3+9}
 */
public record Jdk(Path home, int feature, String version, String vendor) {

  public String id() {
    return "jdk" + feature;
  }

  public Path java() {
    return home.resolve("bin").resolve("java");
  }
}
