package dev.coldstart.launcher.catalog;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The order of a class path's jars: a JVM opens them one after the other, until one holds the class that it looks for.
 */
public enum ClassPathOrder {
  /** As the build stages them. */
  STAGED,
  SMALLEST_FIRST,
  LARGEST_FIRST;

  /** The order as a lever's file names it. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static ClassPathOrder of(String id) {
    return Stream.of(values())
        .filter(order -> order.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no order is named \"" + id + "\"; choose one of "
            + Stream.of(values()).map(ClassPathOrder::id).collect(Collectors.joining(", "))));
  }

  /** The jars in this order; those of one size stay as they were. */
  public List<Path> of(List<Path> staged) {
    Comparator<Path> bySize = Comparator.comparingLong(jar -> jar.toFile().length());
    return switch (this) {
      case STAGED -> staged;
      case SMALLEST_FIRST -> staged.stream().sorted(bySize).toList();
      case LARGEST_FIRST -> staged.stream().sorted(bySize.reversed()).toList();
    };
  }
}
