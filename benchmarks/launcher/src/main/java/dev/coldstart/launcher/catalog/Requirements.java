package dev.coldstart.launcher.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * What a configuration needs to run; null where it needs nothing special.
 *
 * @param jdkMin the oldest feature version
 * @param jdkMax the newest feature version
 * @param platforms {@code <os>-<architecture>}, with linux, macos or windows and x86_64 or aarch64
 */
public record Requirements(Integer jdkMin, Integer jdkMax, List<String> platforms) {

  static final Requirements NONE = new Requirements(null, null, null);

  /** Why it cannot run on that JDK here; empty when nothing speaks against it. */
  public Optional<String> unmetOn(Jdk jdk) {
    if (jdkMin != null && jdk.feature() < jdkMin) {
      return Optional.of("needs JDK " + jdkMin + ", found " + jdk.feature());
    }
    if (jdkMax != null && jdk.feature() > jdkMax) {
      return Optional.of("needs JDK " + jdkMax + " or older, found " + jdk.feature());
    }
    if (platforms != null && !platforms.contains(platform())) {
      return Optional.of("needs " + String.join(" or ", platforms) + ", this is " + platform());
    }
    return Optional.empty();
  }

  /** What both need. */
  Requirements and(Requirements other) {
    return new Requirements(both(jdkMin, other.jdkMin, Math::max), both(jdkMax, other.jdkMax, Math::min),
        both(platforms, other.platforms, (some, others) -> some.stream().filter(others::contains).toList()));
  }

  private static <T> T both(T one, T other, BinaryOperator<T> joined) {
    return Stream.of(one, other).filter(Objects::nonNull).reduce(joined).orElse(null);
  }

  static String platform() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String family = os.startsWith("mac") ? "macos" : os.startsWith("windows") ? "windows" : os;
    String architecture = System.getProperty("os.arch");
    return family + "-" + (architecture.equals("amd64") ? "x86_64" : architecture);
  }
}
