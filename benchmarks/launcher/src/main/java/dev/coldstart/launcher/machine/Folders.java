package dev.coldstart.launcher.machine;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

public final class Folders {

  private Folders() {}

  /** Deletes a folder with its contents. Does not follow links. */
  public static void delete(Path folder) throws IOException {
    Files.walkFileTree(folder, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Files.delete(file);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
        Files.delete(directory);
        return FileVisitResult.CONTINUE;
      }
    });
  }

  /**
   * Copies a folder with its contents. Follows links; those that lead nowhere are left out.
   *
   * @param leftOut names of files and folders
   */
  public static void copy(Path from, Path to, Set<String> leftOut) throws IOException {
    for (Path file : files(from)) {
      Path inside = from.relativize(file);
      if (StreamSupport.stream(inside.spliterator(), false).map(Path::toString).noneMatch(leftOut::contains)) {
        Path target = to.resolve(inside);
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  /** The regular files in a folder and in those below it, sorted. Follows links. */
  public static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Whether files can be created in the folder, or the folder itself if it does not exist. */
  public static boolean canBeMade(Path folder) {
    Path there = there(folder);
    return Files.isDirectory(there) && Files.isWritable(there);
  }

  /** The folder, or the nearest one above it that exists. */
  static Path there(Path folder) {
    Path there = folder.toAbsolutePath();
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    return there;
  }

  /** The total size of all files in a folder. */
  public static long bytes(Path folder) throws IOException {
    long[] sum = new long[1];
    Files.walkFileTree(folder, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        sum[0] += attributes.size();
        return FileVisitResult.CONTINUE;
      }
    });
    return sum[0];
  }
}
