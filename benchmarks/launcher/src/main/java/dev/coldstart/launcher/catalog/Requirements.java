package dev.coldstart.launcher.catalog;

import dev.coldstart.launcher.TemporaryFolder;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * The requirements of a configuration, profile or JVM option. A null component requires nothing.
 *
 * @param jdkMin the oldest feature version
 * @param jdkMax the newest feature version
 * @param platforms {@code <os>-<architecture>}, with linux, macos or windows and x86_64 or aarch64
 * @param nativeCode whether it loads native code from a temporary folder
 * @param absent why coldstart does not measure it at all; null if it does
 */
public record Requirements(Integer jdkMin, Integer jdkMax, List<String> platforms, Boolean nativeCode, String absent) {

  static final Requirements NONE = new Requirements(null, null, null);

  public Requirements(Integer jdkMin, Integer jdkMax, List<String> platforms) {
    this(jdkMin, jdkMax, platforms, null, null);
  }

  /** Why it cannot run on that JDK here. Empty if it can. */
  public Optional<String> unmetOn(Jdk jdk) {
    return unmetOn(jdk, TemporaryFolder.ofThisJvm());
  }

  Optional<String> unmetOn(Jdk jdk, TemporaryFolder temporary) {
    if (absent != null) {
      return Optional.of("is not measured: " + absent);
    }
    if (jdkMin != null && jdk.feature() < jdkMin) {
      return Optional.of("needs JDK " + jdkMin + ", found " + jdk.feature());
    }
    if (jdkMax != null && jdk.feature() > jdkMax) {
      return Optional.of("needs JDK " + jdkMax + " or older, found " + jdk.feature());
    }
    if (platforms != null && !platforms.contains(platform())) {
      return Optional.of("needs " + String.join(" or ", platforms) + ", this is " + platform());
    }
    return Boolean.TRUE.equals(nativeCode) ? temporary.noNativeCode() : Optional.empty();
  }

  /** The requirements of both. */
  Requirements and(Requirements other) {
    return new Requirements(both(jdkMin, other.jdkMin, Math::max), both(jdkMax, other.jdkMax, Math::min),
        both(platforms, other.platforms, (some, others) -> some.stream().filter(others::contains).toList()),
        both(nativeCode, other.nativeCode, Boolean::logicalOr), both(absent, other.absent, (one, another) -> one));
  }

  private static <T> T both(T one, T other, BinaryOperator<T> joined) {
    return Stream.of(one, other).filter(Objects::nonNull).reduce(joined).orElse(null);
  }

  static String platform() {
    return platform(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  /** The platform for the names that a JVM, or a JDK's {@code release} file, uses. */
  static String platform(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    boolean mac = os.startsWith("mac") || os.startsWith("darwin");
    String family = mac ? "macos" : os.startsWith("windows") ? "windows" : os;
    String architecture = switch (osArch) {
      case "amd64", "x64" -> "x86_64";
      case "arm64" -> "aarch64";
      default -> osArch;
    };
    return family + "-" + architecture;
  }
}
