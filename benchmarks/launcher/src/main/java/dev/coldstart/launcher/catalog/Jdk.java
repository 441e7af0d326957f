package dev.coldstart.launcher.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An installed JDK.
 *
 * @param id {@code jdk25}; of two of one feature version in one run, one that tells them apart
 * @param feature the feature version, for example 25
 * @param version the full version, for example {@code 25.0.3+9}
 */
public record Jdk(String id, Path home, int feature, String version, String vendor) {

  /** An installation that is not used. */
  public record Unusable(Path home, String reason) {}

  /** One that is the only one of its feature version. */
  public Jdk(Path home, int feature, String version, String vendor) {
    this("jdk" + feature, home, feature, version, vendor);
  }

  /** The same under another id. */
  Jdk named(String other) {
    return new Jdk(other, home, feature, version, vendor);
  }

  public Path java() {
    return tool("java");
  }

  /** Why no image can be made of it; empty where its tools are there. */
  public Optional<String> cannotLink() {
    return Files.isExecutable(tool("jdeps")) && Files.isExecutable(tool("jlink"))
        ? Optional.empty()
        : Optional.of("needs jdeps and jlink, which this JDK " + feature + " lacks: install all of it");
  }

  /** Whether it is a whole JDK, and no runtime alone. */
  boolean isWhole() {
    return cannotLink().isEmpty();
  }

  /** Whether its version is this one, or begins with it: 25.0.3+9 is called 25, 25.0 and 25.0.3 too. */
  boolean isCalled(String asked) {
    return version.equals(asked)
        || version.startsWith(asked) && !Character.isLetterOrDigit(version.charAt(asked.length()));
  }

  /** One of its programs. */
  public Path tool(String name) {
    return home.resolve("bin").resolve(name);
  }
}
