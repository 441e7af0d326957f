package dev.coldstart.report.export;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names files and tags after ids: safe on any file system, in a link and in a list, and each another one. */
final class FileNames {

  /** File systems end near 255; the rest is for an ending and a number. */
  private static final int LONGEST = 200;

  private final Set<String> taken = new HashSet<>();

  /** The parts with dots between them; whatever is not a letter, digit, dot, '_' or '-' becomes '_'. */
  String of(String... parts) {
    String name = String.join(".", parts).replaceAll("[^A-Za-z0-9._-]", "_");
    name = name.substring(0, Math.min(name.length(), LONGEST));
    String unique = name;
    // In lower case, for some file systems take A and a for the same.
    for (int i = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); i++) {
      unique = name + "-" + i;
    }
    return unique;
  }
}
