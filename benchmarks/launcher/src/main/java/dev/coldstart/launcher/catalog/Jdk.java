package dev.coldstart.launcher.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An installed JDK.
 *
 * @param id {@code jdk25}; if a run has two JDKs of one feature version, a longer id that is unique in the run
 * @param feature the feature version, for example 25
 * @param version the full version, for example {@code 25.0.3+9}
 */
public record Jdk(String id, Path home, int feature, String version, String vendor) {

  public record Unusable(Path home, String reason) {}

  /** A JDK with the usual id, for runs with one JDK per feature version. */
  public Jdk(Path home, int feature, String version, String vendor) {
    this("jdk" + feature, home, feature, version, vendor);
  }

  Jdk named(String other) {
    return new Jdk(other, home, feature, version, vendor);
  }

  public Path java() {
    return tool("java");
  }

  /** Why jlink cannot make an image of this JDK. Empty if it can. */
  public Optional<String> cannotLink() {
    return Files.isExecutable(tool("jdeps")) && Files.isExecutable(tool("jlink"))
        ? Optional.empty()
        : Optional.of("needs jdeps and jlink, which this JDK " + feature + " lacks: install the full JDK");
  }

  /** Whether this is a full JDK rather than a runtime image without tools. */
  boolean isWhole() {
    return cannotLink().isEmpty();
  }

  /** Whether the version is the requested one or begins with it: 25, 25.0 and 25.0.3 all match 25.0.3+9. */
  boolean isCalled(String asked) {
    return version.equals(asked)
        || version.startsWith(asked) && !Character.isLetterOrDigit(version.charAt(asked.length()));
  }

  public Path tool(String name) {
    return home.resolve("bin").resolve(name);
  }
}
