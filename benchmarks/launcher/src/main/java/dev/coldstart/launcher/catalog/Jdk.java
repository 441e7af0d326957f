package dev.coldstart.launcher.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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
    return tool("java");
  }

  /** Why no image can be made of it; empty where its tools are there. */
  Optional<String> cannotLink() {
    return Files.isExecutable(tool("jdeps")) && Files.isExecutable(tool("jlink"))
        ? Optional.empty()
        : Optional.of("needs jdeps and jlink, which this JDK " + feature + " lacks: install all of it");
  }

  /** One of its programs. */
  public Path tool(String name) {
    return home.resolve("bin").resolve(name);
  }
}
