package dev.coldstart.launcher.catalog;

import dev.coldstart.launcher.UserError;
import dev.coldstart.record.text.SafeText;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The checkout: where fixtures, runtimes, profiles, levers and runs lie. */
public record Checkout(Path root) {

  /** Set by scripts and builds; without it the working directory and those above it are searched. */
  private static final String PROPERTY = "coldstart.home";

  private static final Pattern UNREADABLE = Pattern.compile("[?\uFFFD]");

  /** @throws UserError when there is none, or none that a class path can hold */
  public static Checkout find() {
    String given = System.getProperty(PROPERTY);
    return given == null ? around(System.getProperty("user.dir")) : at(given);
  }

  /** @param given the path of its root */
  static Checkout at(String given) {
    return read(given).filter(Checkout::isHome)
        .map(Checkout::of)
        .orElseThrow(() -> new UserError("-D" + PROPERTY + "=" + SafeText.line(given)
            + " is no coldstart checkout: it lacks benchmarks/runtimes" + unreadable(given)));
  }

  /** @param workingFolder that it holds */
  private static Checkout around(String workingFolder) {
    return read(workingFolder).stream()
        .flatMap(place -> Stream.iterate(place, Objects::nonNull, Path::getParent))
        .filter(Checkout::isHome)
        .findFirst()
        .map(Checkout::of)
        .orElseThrow(
            () -> new UserError("no coldstart checkout holds the working directory " + SafeText.line(workingFolder)
                + "; start from one, or use its scripts/coldstart" + unreadable(workingFolder)));
  }

  /** By its path without links, which is what programs say of what they run. */
  private static Checkout of(Path root) {
    try {
      return new Checkout(onClassPaths("the checkout", root.toRealPath(), "move it"));
    } catch (IOException e) {
      throw new UserError("the checkout " + root + " cannot be read: " + e, e);
    }
  }

  /**
   * A folder that is part of class paths and of options of JVMs, in which nothing quotes what divides two entries.
   *
   * @param what it is
   * @param advice what to do where that cannot be
   * @throws UserError when its path has something in it that divides entries or lines
   */
  public static Path onClassPaths(String what, Path folder, String advice) {
    String path = folder.toString();
    String found = path.contains(File.pathSeparator)
        ? "\"" + File.pathSeparator + "\""
        : path.chars().anyMatch(Character::isISOControl) ? "a control character" : null;
    if (found != null) {
      throw new UserError("the path of " + what + " has " + found + " in it, which no class path can hold: "
          + SafeText.line(path) + "; " + advice);
    }
    return folder;
  }

  /** Empty where the JVM cannot read the path. */
  private static Optional<Path> read(String path) {
    try {
      return Optional.of(Path.of(path).toAbsolutePath());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** In a locale that does not know a letter of a path, a JVM reads a question mark, or what is no letter at all. */
  private static String unreadable(String path) {
    return UNREADABLE.matcher(path).find()
        ? "; this JVM reads the names of files as " + System.getProperty("sun.jnu.encoding")
            + ": set a locale that has all their letters, such as LC_ALL=C.UTF-8"
        : "";
  }

  private static boolean isHome(Path place) {
    return Files.isDirectory(place.resolve("benchmarks/runtimes")) && Files.isDirectory(place.resolve("wasm-fixtures"));
  }

  /** Words that hold its path, with a name in that place: a run's folder is there to be shown to others. */
  public List<String> named(List<String> words) {
    return words.stream().map(word -> word.replace(root.toString(), "<coldstart>")).toList();
  }

  public Path fixtures() {
    return root.resolve("wasm-fixtures");
  }

  public Path runtimes() {
    return root.resolve("benchmarks/runtimes");
  }

  public Path profiles() {
    return root.resolve("benchmarks/profiles");
  }

  public Path levers() {
    return root.resolve("benchmarks/levers");
  }

  /** Where what JVMs start from is kept: made anew where it is missing, so a clean build may lose it. */
  public Path caches() {
    return root.resolve("benchmarks/launcher/target/caches");
  }

  public Path jmhStage() {
    return root.resolve("benchmarks/jmh/target/stage");
  }

  /** Where runs go unless told otherwise: outside target/, so that a clean build loses none. */
  public Path out() {
    return root.resolve("reports/out");
  }
}
