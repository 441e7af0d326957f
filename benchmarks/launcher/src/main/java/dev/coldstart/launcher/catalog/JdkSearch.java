package dev.coldstart.launcher.catalog;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks the places where JDKs may be installed. The build compiles this class first, to choose the JDK for its tests,
 * so it uses only this package and the JDK.
 */
public final class JdkSearch {

  /** The oldest JDK that can run the project's classes. */
  static final int OLDEST = 17;

  static final String RELEASE = "release";

  /** Modules that a child's report and JMH need. Images of a few modules often lack them. */
  private static final List<String> NEEDED_MODULES = List.of("java.management", "jdk.management", "jdk.unsupported");

  private static final Pattern BEFORE_9 = Pattern.compile("1\\.([0-9]{1,2})\\..*");

  /** The newest first. JDKs of equal version keep the order in which they were found. */
  private static final Comparator<Jdk> NEWEST_FIRST =
      Comparator.comparing((Jdk jdk) -> Runtime.Version.parse(jdk.version())).reversed();

  /**
   * @param jdks the JDKs that can be measured, newest first; each is listed once, however many links lead to it
   * @param unusable the installations that cannot be measured, and why
   */
  public record Found(List<Jdk> jdks, List<Jdk.Unusable> unusable) {

    /** The newest full JDK. If none is full, the newest. */
    public Optional<Jdk> newest() {
      return jdks.stream().filter(Jdk::isWhole).findFirst().or(() -> jdks.stream().findFirst());
    }
  }

  /**
   * An installation that was found.
   *
   * @param jdk null if it cannot be used
   * @param reason why it cannot be used; null if it can
   */
  private record Seen(Path home, Jdk jdk, String reason) {}

  private JdkSearch() {}

  public static Found installed() {
    return in(JdkPlaces.ofThisMachine().homes(), JdkStart::failure);
  }

  /**
   * The JDKs among these folders, some of which may not exist.
   *
   * @param whyNotStarted returns why a JDK does not start; empty if it does
   */
  static Found in(List<Path> places, Function<Jdk, Optional<String>> whyNotStarted) {
    Map<Path, Seen> byHome = new LinkedHashMap<>();
    places.stream().flatMap(JdkSearch::look).forEach(seen -> byHome.putIfAbsent(seen.home(), seen));
    List<Seen> started =
        byHome.values().parallelStream().map(seen -> seen.jdk() == null ? seen : started(seen, whyNotStarted)).toList();
    List<Jdk> jdks = new ArrayList<>();
    List<Jdk.Unusable> unusable = new ArrayList<>();
    for (Seen seen : started) {
      if (seen.reason() == null) {
        jdks.add(seen.jdk());
      } else {
        unusable.add(new Jdk.Unusable(seen.home(), seen.reason()));
      }
    }
    jdks.sort(NEWEST_FIRST);
    return new Found(List.copyOf(jdks), List.copyOf(unusable));
  }

  private static Seen started(Seen seen, Function<Jdk, Optional<String>> whyNotStarted) {
    return whyNotStarted.apply(seen.jdk()).map(reason -> new Seen(seen.home(), null, reason)).orElse(seen);
  }

  private static Stream<Seen> look(Path place) {
    if (Files.isSymbolicLink(place) && !Files.exists(place)) {
      return Stream.of(new Seen(place, null, "is a broken link"));
    }
    if (Files.isDirectory(place) && !(Files.isReadable(place) && Files.isExecutable(place))) {
      return Stream.of(new Seen(place, null, "cannot be read: this user lacks the permission"));
    }
    return Stream.of(place, place.resolve("Contents/Home"))
        .filter(home -> isThere(home.resolve("bin/java")) || version(facts(home)) != null)
        .map(JdkSearch::read);
  }

  /** A broken link counts as existing. */
  private static boolean isThere(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static Seen read(Path place) {
    Path home;
    try {
      // Package managers link several names to one JDK. Its real path is the one to record.
      home = place.toRealPath();
    } catch (IOException e) {
      return new Seen(place, null, "cannot be read: " + e);
    }
    Properties facts = facts(home);
    String version = version(facts);
    String unfit = unfit(home, facts, version);
    return unfit == null
        ? new Seen(home, new Jdk(home, feature(version), version, unquoted(facts, "IMPLEMENTOR", "unknown")), null)
        : new Seen(home, null, unfit);
  }

  /** Why the JDK cannot be used, judged without starting it. Null if it can. */
  private static String unfit(Path home, Properties facts, String version) {
    Path java = home.resolve("bin/java");
    if (!Files.exists(java)) {
      return isThere(java) ? "its bin/java is a broken link" : "has no bin/java";
    }
    if (!Files.isRegularFile(java) || !Files.isExecutable(java)) {
      return "its bin/java cannot be executed";
    }
    if (version == null) {
      return "has no readable file named release with a version in it";
    }
    if (feature(version) < OLDEST) {
      return "is JDK " + feature(version) + ", but " + OLDEST + " or later is needed";
    }
    if (facts.containsKey("OS_NAME") && facts.containsKey("OS_ARCH")) {
      String platform = Requirements.platform(unquoted(facts, "OS_NAME", ""), unquoted(facts, "OS_ARCH", ""));
      if (!platform.equals(Requirements.platform())) {
        return "is for " + platform + ", but this machine is " + Requirements.platform();
      }
    }
    List<String> modules = List.of(unquoted(facts, "MODULES", String.join(" ", NEEDED_MODULES)).split(" +"));
    List<String> lacking = NEEDED_MODULES.stream().filter(module -> !modules.contains(module)).toList();
    return lacking.isEmpty() ? null : "is an image without " + String.join(", ", lacking);
  }

  /** The properties in the JDK's {@code release} file. Empty if the file is missing or cannot be read. */
  private static Properties facts(Path home) {
    Properties facts = new Properties();
    Path release = home.resolve(RELEASE);
    if (Files.isRegularFile(release)) {
      try (Reader reader = Files.newBufferedReader(release)) {
        facts.load(reader);
      } catch (IOException | IllegalArgumentException damaged) {
        return new Properties();
      }
    }
    return facts;
  }

  /** The full version if it can be parsed, else the short one. Null if neither can be. */
  private static String version(Properties facts) {
    return Stream.of("JAVA_RUNTIME_VERSION", "JAVA_VERSION")
        .map(name -> unquoted(facts, name, ""))
        .filter(version -> feature(version) > 0)
        .findFirst()
        .orElse(null);
  }

  /** Returns 0 if the text is not a version. */
  private static int feature(String version) {
    Matcher old = BEFORE_9.matcher(version);
    if (old.matches()) {
      return Integer.parseInt(old.group(1));
    }
    try {
      return Runtime.Version.parse(version).feature();
    } catch (IllegalArgumentException none) {
      return 0;
    }
  }

  private static String unquoted(Properties facts, String name, String other) {
    return facts.getProperty(name, other).replace("\"", "").strip();
  }
}
