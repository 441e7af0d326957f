package dev.coldstart.launcher.catalog;

import dev.coldstart.launcher.UserError;
import dev.coldstart.record.text.Commands;
import dev.coldstart.record.text.SafeText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The JDKs of this machine.
 *
 * @param all one JDK for each feature version from {@link #OLDEST} up, newest first
 * @param onRequest the other JDKs, newest first: older ones of a feature version and, if there is a full JDK, those
 * without all tools; measured only if requested by version or home
 * @param unusable installations that cannot be used, and why
 */
public record Jdks(List<Jdk> all, List<Jdk> onRequest, List<Jdk.Unusable> unusable) {

  /** The oldest JDK that can run the project's classes. */
  public static final int OLDEST = JdkSearch.OLDEST;

  private static final String OPTION = "--jdk";
  private static final int MOST_REASONS = 3;

  /** Ways to name two JDKs of one feature version, from the shortest name to the longest. */
  private static final List<Function<Jdk, String>> LONGER_IDS =
      List.of(Jdks::numbers, jdk -> numbers(jdk) + "-" + jdk.vendor(), jdk -> jdk.version() + "-" + jdk.vendor());

  Jdks(List<Jdk> all) {
    this(all, List.of(), List.of());
  }

  public static Jdks installed() {
    return of(JdkSearch.installed());
  }

  static Jdks of(JdkSearch.Found found) {
    boolean anyWhole = found.jdks().stream().anyMatch(Jdk::isWhole);
    Map<Integer, Jdk> all = new TreeMap<>(Comparator.reverseOrder());
    List<Jdk> onRequest = new ArrayList<>();
    for (Jdk jdk : found.jdks()) {
      boolean taken = anyWhole && !jdk.isWhole() || all.putIfAbsent(jdk.feature(), jdk) != null;
      if (taken) {
        onRequest.add(jdk);
      }
    }
    return new Jdks(List.copyOf(all.values()), List.copyOf(onRequest), found.unusable());
  }

  public Jdk newest() {
    return all.stream()
        .findFirst()
        .orElseThrow(() -> new UserError("no JDK " + OLDEST + " or later is installed"
            + unusable.stream()
                .limit(MOST_REASONS)
                .map(Jdks::text)
                .collect(Collectors.joining("; ", unusable.isEmpty() ? "" : ": ", ""))));
  }

  /**
   * The requested JDKs, in the given order, each once. Two JDKs of one feature version get longer, distinct ids.
   *
   * @param asked a feature version, a version such as 25.0.3 or 25.0.3+9, or a home's path
   * @throws UserError if a JDK is missing or unusable, or if two would get the same id
   */
  public List<Jdk> of(List<String> asked) {
    Set<Jdk> chosen = asked.stream().map(this::of).collect(Collectors.toCollection(LinkedHashSet::new));
    Map<Integer, List<Jdk>> byFeature = chosen.stream().collect(Collectors.groupingBy(Jdk::feature));
    Map<Jdk, String> ids = new HashMap<>();
    byFeature.values().forEach(same -> ids.putAll(ids(same)));
    return chosen.stream().map(jdk -> jdk.named(ids.get(jdk))).toList();
  }

  /**
   * Finds the JDK of a resumed run. If a version and a vendor were recorded, the JDK must match both; homes in the
   * run's command line are searched first. Otherwise the JDK that now has the recorded id.
   *
   * @param version null if it was not recorded; the same holds for the vendor and the command line
   */
  public Optional<Jdk> recorded(String id, String version, String vendor, List<String> commandLine) {
    List<Path> homes = asked(commandLine).stream().filter(Jdks::isHome).map(Jdks::home).toList();
    return Stream.concat(JdkSearch.in(homes, JdkStart::failure).jdks().stream(), usable())
        .filter(jdk -> jdk.version().equals(version) && jdk.vendor().equals(vendor))
        .findFirst()
        .map(jdk -> jdk.named(id))
        .or(() -> all.stream().filter(jdk -> jdk.id().equals(id)).findFirst());
  }

  /**
   * The JDKs that a command line requests, as {@link #of(List)} takes them. Empty if it requests none.
   *
   * @param commandLine null for none
   */
  public static List<String> asked(List<String> commandLine) {
    List<String> asked = new ArrayList<>();
    for (int i = 0; commandLine != null && i < commandLine.size(); i++) {
      String word = commandLine.get(i);
      if (word.startsWith(OPTION + "=")) {
        asked.addAll(List.of(word.substring(OPTION.length() + 1).split(",")));
      } else if (word.equals(OPTION) && i + 1 < commandLine.size()) {
        asked.addAll(List.of(commandLine.get(i + 1).split(",")));
      }
    }
    return asked;
  }

  /** Whether a JDK is requested by its home and not by its version. */
  public static boolean isHome(String asked) {
    return asked.contains("/");
  }

  private static Path home(String asked) {
    return Path.of(asked).toAbsolutePath();
  }

  private Stream<Jdk> usable() {
    return Stream.concat(all.stream(), onRequest.stream());
  }

  private Jdk of(String asked) {
    return isHome(asked)
        ? at(home(asked))
        : usable().filter(jdk -> jdk.isCalled(asked)).findFirst().orElseThrow(() -> missing(asked));
  }

  private UserError missing(String asked) {
    String there = usable().map(Jdk::version).distinct().collect(Collectors.joining(", "));
    return new UserError(
        "no JDK " + SafeText.brief(asked) + " is installed; found " + there + ". Install it, or choose with --jdk; "
            + Commands.here().coldstart("list") + " shows which JDKs are not used and why");
  }

  private static Jdk at(Path home) {
    JdkSearch.Found found = JdkSearch.in(List.of(home), JdkStart::failure);
    return found.jdks()
        .stream()
        .findFirst()
        .orElseThrow(() -> new UserError("--jdk " + found.unusable()
            .stream()
            .findFirst()
            .map(Jdks::text)
            .orElse(home + " is not a JDK: it has no bin/java")));
  }

  private static String text(Jdk.Unusable unusable) {
    return SafeText.brief(unusable.home() + " " + unusable.reason());
  }

  private static Map<Jdk, String> ids(List<Jdk> same) {
    if (same.size() == 1) {
      return Map.of(same.get(0), same.get(0).id());
    }
    for (Function<Jdk, String> longer : LONGER_IDS) {
      Map<Jdk, String> ids = new HashMap<>();
      same.forEach(jdk -> ids.put(jdk, "jdk" + safe(longer.apply(jdk))));
      if (Set.copyOf(ids.values()).size() == same.size()) {
        return ids;
      }
    }
    throw new UserError(
        "one run cannot distinguish these JDKs, because some have the same version and vendor: " + same.stream()
            .map(jdk -> jdk.version() + ", " + jdk.vendor() + ", " + jdk.home())
            .collect(Collectors.joining("; ")) + ". Measure each in its own run, then compare the runs");
  }

  private static String numbers(Jdk jdk) {
    return Runtime.Version.parse(jdk.version())
        .version()
        .stream()
        .map(String::valueOf)
        .collect(Collectors.joining("."));
  }

  /** Makes an id safe inside arm ids, which are separated by + and /. */
  private static String safe(String id) {
    return id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("^-|[-.]$", "");
  }
}
