package dev.coldstart.launcher.machine;

import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.catalog.JdkSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Determines, before compilation, the JDK for the tests and the commit that is built. The root pom compiles and runs
 * this class alone, so it must not depend on another module.
 */
public final class BuildFacts {

  private BuildFacts() {}

  /** @param args the checkout, and the folder for both results */
  public static void main(String[] args) throws IOException {
    JdkSearch.Found found = JdkSearch.installed();
    Path running = Path.of(System.getProperty("java.home"));
    Path newest = found.newest().map(Jdk::home).orElse(running);
    found.unusable().forEach(jdk -> System.out.println("JDK not used: " + jdk.home() + " " + jdk.reason()));
    System.out.println("tests run on the JDK in " + newest);
    write(Path.of(args[1]), newest, Version.of(Path.of(args[0])));
  }

  /**
   * Writes the results.
   *
   * @param folder receives {@code newest-jdk}, a link, and {@code built/built.properties}, which goes into the jar
   */
  static void write(Path folder, Path newestJdk, Version checkout) throws IOException {
    Path stamp = Files.createDirectories(folder.resolve("built")).resolve("built.properties");
    Files.writeString(stamp, checkout.stamp());
    Path link = folder.resolve("newest-jdk");
    remove(link);
    Files.createSymbolicLink(link, newestJdk);
  }

  /** A copy of a built checkout may contain a folder instead of the link. */
  private static void remove(Path link) throws IOException {
    if (!Files.isDirectory(link, LinkOption.NOFOLLOW_LINKS)) {
      Files.deleteIfExists(link);
      return;
    }
    List<Path> all;
    try (Stream<Path> files = Files.walk(link)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }
}
