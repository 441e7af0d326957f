package dev.coldstart.launcher.catalog;

import dev.coldstart.launcher.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The checkout: where fixtures, runtimes, profiles, levers and runs lie. */
public record Checkout(Path root) {

  /** Set by scripts and builds; without it the working directory and those above it are searched. */
  private static final String PROPERTY = "coldstart.home";

  public static Checkout find() {
    String given = System.getProperty(PROPERTY);
    if (given != null) {
      Path root = Path.of(given).toAbsolutePath();
      if (!isHome(root)) {
        throw new UserError("-D" + PROPERTY + "=" + root + " is no coldstart checkout: it lacks benchmarks/runtimes");
      }
      return new Checkout(root);
    }
    for (Path place = Path.of("").toAbsolutePath(); place != null; place = place.getParent()) {
      if (isHome(place)) {
        return new Checkout(place);
      }
    }
    throw new UserError(
        "no coldstart checkout holds the working directory; start from one, or use its scripts/coldstart");
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
