package dev.coldstart.report.export;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Derives unique names for files and tags from ids. They are safe on any file system, in a link and in a list. */
final class FileNames {

  /** File systems allow about 255; the rest is for an extension and a number. */
  private static final int LONGEST = 200;

  private final Set<String> taken = new HashSet<>();

  /** Joins the parts with dots. Every character but letters, digits, dot, '_' and '-' becomes '_'. */
  String of(String... parts) {
    String name = String.join(".", parts).replaceAll("[^A-Za-z0-9._-]", "_");
    name = name.substring(0, Math.min(name.length(), LONGEST));
    String unique = name;
    // In lower case, because some file systems treat A and a as the same.
    for (int i = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); i++) {
      unique = name + "-" + i;
    }
    return unique;
  }
}
