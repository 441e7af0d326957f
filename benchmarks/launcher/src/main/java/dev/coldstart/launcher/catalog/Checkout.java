package dev.coldstart.launcher.catalog;

import dev.coldstart.launcher.UserError;
import dev.coldstart.record.text.IoReason;
import dev.coldstart.record.text.Layout;
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

/**
 * The checkout, or the archive that was made from one and has its files at the same places, with the folders for
 * runtimes, profiles, JVM options and runs.
 *
 * @param fixtures the folder of the fixtures to measure: the project's own, or one of the user's
 * @param engines the builds of an engine to measure, as the user named them; null for the engines as they were built
 * @param builds these builds, the first of each configuration as the baseline of its others; empty for the engines as
 * they were built
 */
public record Checkout(Path root, Path fixtures, String engines, List<Build> builds) {

  /** Set by scripts and builds. If it is not set, the working directory and its parents are searched. */
  private static final String PROPERTY = Layout.HOME;

  /** Stands for the checkout's path. */
  private static final String ROOT = "<coldstart>";

  /** Stands for the path of the user's cache folder. */
  private static final String KEPT = "<coldstart-cache>";

  private static final String FIXTURES = "wasm-fixtures";

  private static final Pattern UNREADABLE = Pattern.compile("[?\uFFFD]");

  /** With the engines as they were built. */
  public Checkout(Path root, Path fixtures) {
    this(root, fixtures, null, List.of());
  }

  /** @throws UserError if there is no checkout, or if its path cannot be part of a class path */
  public static Checkout find() {
    String given = System.getProperty(PROPERTY);
    return given == null ? around(System.getProperty("user.dir")) : at(given);
  }

  /** @param given the path of the checkout's root */
  static Checkout at(String given) {
    return read(given).filter(Checkout::isHome)
        .map(Checkout::of)
        .orElseThrow(() -> new UserError("-D" + PROPERTY + "=" + SafeText.line(given)
            + " is not a coldstart checkout: it lacks benchmarks/runtimes" + unreadable(given)));
  }

  /** @param workingFolder a folder inside the checkout */
  private static Checkout around(String workingFolder) {
    return read(workingFolder).stream()
        .flatMap(place -> Stream.iterate(place, Objects::nonNull, Path::getParent))
        .filter(Checkout::isHome)
        .findFirst()
        .map(Checkout::of)
        .orElseThrow(
            () -> new UserError("the working directory " + SafeText.line(workingFolder) + " is not inside a coldstart"
                + " checkout; change into one, or use its scripts/coldstart" + unreadable(workingFolder)));
  }

  /** Resolves links in the path, because programs report the resolved path of what they run. */
  private static Checkout of(Path root) {
    try {
      Path real = onClassPaths(Layout.of(root) == Layout.ARCHIVE ? "the archive" : "the checkout", root.toRealPath(),
          "move it");
      return new Checkout(real, real.resolve(FIXTURES));
    } catch (IOException e) {
      throw new UserError("the checkout " + root + " cannot be read: " + IoReason.of(e), e);
    }
  }

  /**
   * Checks that a folder can be part of class paths and JVM options, which have no quoting for their separators.
   *
   * @param what names the folder in the error message
   * @param advice what the user should do if the path is unsuitable
   * @throws UserError if the path contains a path separator or a control character
   */
  public static Path onClassPaths(String what, Path folder, String advice) {
    String path = folder.toString();
    String found = path.contains(File.pathSeparator)
        ? "\"" + File.pathSeparator + "\""
        : path.chars().anyMatch(Character::isISOControl) ? "a control character" : null;
    if (found != null) {
      throw new UserError("the path of " + what + " contains " + found + ", which a class path cannot hold: "
          + SafeText.line(path) + "; " + advice);
    }
    return folder;
  }

  /** Empty if the JVM cannot represent the path. */
  private static Optional<Path> read(String path) {
    try {
      return Optional.of(Path.of(path).toAbsolutePath());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** If the locale cannot represent a letter of the path, the JVM reads it as a question mark or as U+FFFD. */
  private static String unreadable(String path) {
    return UNREADABLE.matcher(path).find()
        ? "; this JVM decodes file names as " + System.getProperty("sun.jnu.encoding")
            + ": set a locale that covers all letters in them, such as LC_ALL=C.UTF-8"
        : "";
  }

  private static boolean isHome(Path place) {
    return Files.isDirectory(place.resolve("benchmarks/runtimes")) && Files.isDirectory(place.resolve(FIXTURES));
  }

  /**
   * Replaces the paths of the checkout and of what it keeps with placeholders: a run's folder is meant to be shown to
   * others.
   */
  public List<String> named(List<String> words) {
    return words.stream().map(word -> word.replace(root.toString(), ROOT).replace(kept().toString(), KEPT)).toList();
  }

  /** The same for one text, which may be null. */
  public String named(String text) {
    return text == null ? null : named(List.of(text)).get(0);
  }

  /** The opposite of {@link #named}. */
  public String unnamed(String word) {
    return word.replace(KEPT, kept().toString()).replace(ROOT, root.toString());
  }

  /** The same for a path. */
  public Path found(String named) {
    return Path.of(unnamed(named));
  }

  /** The folder of the user's own fixtures, to be recorded. Null if the fixtures are the project's. */
  public String fixturesFolder() {
    return fixtures.equals(ownFixtures()) ? null : named(fixtures.toString());
  }

  /**
   * This checkout with recorded fixtures.
   *
   * @param recorded a {@link #fixturesFolder}
   */
  public Checkout withRecorded(String recorded) {
    return recorded == null ? this : withFixtures(found(recorded));
  }

  /** This checkout with fixtures from another folder. */
  public Checkout withFixtures(Path folder) {
    return new Checkout(root, folder, engines, builds);
  }

  /** This checkout with other builds of an engine. */
  public Checkout withEngines(String named, List<Build> others) {
    return new Checkout(root, fixtures, named, others);
  }

  /** The folder for class paths with other builds of an engine. */
  public Path engineStages() {
    return kept().resolve("engines");
  }

  public Path ownFixtures() {
    return root.resolve(FIXTURES);
  }

  /** The folder for fixtures made from modules that were given on the command line. */
  public Path modules() {
    return kept().resolve("modules");
  }

  public Path runtimes() {
    return root.resolve("benchmarks/runtimes");
  }

  public Path profiles() {
    return root.resolve("benchmarks/profiles");
  }

  public Path jvmOptions() {
    return root.resolve("benchmarks/jvm-options");
  }

  /**
   * The folder for caches that JVMs start from. A missing cache is made again, so a clean build may delete this folder.
   */
  public Path caches() {
    return kept().resolve("caches");
  }

  public Path lambdaStage() {
    return root.resolve("benchmarks/lambda/target/stage");
  }

  public Path jmhStage() {
    return root.resolve("benchmarks/jmh/target/stage");
  }

  /**
   * The default folder for runs. In a checkout it is outside target/, so a clean build deletes no runs. For an archive
   * it is in the working folder.
   */
  public Path out() {
    Layout layout = Layout.of(root);
    return layout == Layout.ARCHIVE ? layout.runs().toAbsolutePath() : root.resolve(layout.runs());
  }

  /** The folder for everything that is kept from run to run, but can be made again. */
  private Path kept() {
    return Layout.of(root) == Layout.ARCHIVE ? UserCache.here() : root.resolve("benchmarks/launcher/target");
  }

  /** A file that launches do not read, on the disk of those that they do. */
  public Path sample() {
    return root.resolve("LICENSE");
  }
}
