package dev.coldstart.launcher.prepare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that come and go with a run. */
public final class Folders {

  private Folders() {}

  /** Removes a folder with all that is in it; follows no links out of it. */
  public static void delete(Path folder) throws IOException {
    for (Path path : insideOut(folder)) {
      Files.delete(path);
    }
  }

  /** The size of all files under a folder. */
  static long bytes(Path folder) throws IOException {
    long sum = 0;
    for (Path path : insideOut(folder)) {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      sum += attributes.isDirectory() ? 0 : attributes.size();
    }
    return sum;
  }

  private static List<Path> insideOut(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
