package dev.coldstart.launcher.prepare;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Build;
import dev.coldstart.launcher.prepare.ArtifactCache.PreparationException;
import dev.coldstart.record.Arm;
import dev.coldstart.record.text.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes class paths with other builds of an engine: versions that Maven finds, or jars of the user's. The staged class
 * path is copied, and each jar of the engine in it replaced; what a version needs in addition follows at its end.
 */
public final class EngineBuilds {

  private static final Pattern NAMED = Pattern.compile("([^=]+)=(.+)");
  private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]*");

  /** A jar's name without its version, which begins with a digit. */
  private static final Pattern JAR = Pattern.compile("(.+?)(-[0-9].*)?\\.jar");

  /** Jars that a build makes beside the one that runs. */
  private static final Pattern BESIDE = Pattern.compile("-(sources|javadoc|tests|test-sources)\\.jar$");

  private final Checkout home;
  private final Configuration configuration;

  private EngineBuilds(Checkout home, Configuration configuration) {
    this.home = home;
    this.configuration = configuration;
  }

  /**
   * The checkout with these builds.
   *
   * @param named {@code <configuration or runtime>=<build>,<build>...}; each build is a version, a jar or a folder of
   * jars. Null for the engines as they were built
   * @throws UserError if the configuration does not exist, if no other build of its engine can be taken, or if two
   * builds have one name
   */
  public static Checkout added(String named, Checkout home) {
    if (named == null) {
      return home;
    }
    Matcher matcher = NAMED.matcher(named);
    if (!matcher.matches()) {
      throw new UserError(
          "--engine " + named + ": write a runtime or a configuration, and builds, as in <runtime>=1.7.4,1.7.5");
    }
    List<Configuration> configurations = configurations(matcher.group(1), Catalog.of(home));
    List<String> words = Stream.of(matcher.group(2).split(",", -1)).map(build -> checked(build.strip(), home)).toList();
    if (words.size() < 2) {
      throw new UserError("--engine " + named + ": give two builds or more; the first is the baseline of the others");
    }
    if (words.stream().map(EngineBuilds::name).distinct().count() < words.size()) {
      throw new UserError("--engine " + named + ": two builds have one name; rename one");
    }
    List<List<Build>> made =
        configurations.stream().map(configuration -> new EngineBuilds(home, configuration).builds(words)).toList();
    if (made.stream().allMatch(builds -> builds.get(0).failure() != null)) {
      throw new UserError("--engine " + named + ": the first build is the baseline of the others, and it "
          + made.get(0).get(0).failure());
    }
    return home.withEngines(matcher.group(1) + "=" + String.join(",", words),
        made.stream().flatMap(List::stream).toList());
  }

  /** The configuration of that id, or those of a runtime that are measured without being named. */
  private static List<Configuration> configurations(String name, Catalog catalog) {
    List<Configuration> found = catalog.configurations()
        .stream()
        .filter(one -> one.id().equals(name) || one.runtime().equals(name) && !one.onRequest())
        .toList();
    if (found.isEmpty()) {
      throw Catalog.unknown("no runtime or configuration is named \"" + name + "\"",
          catalog.configurations().stream().flatMap(one -> Stream.of(one.runtime(), one.id())));
    }
    return found;
  }

  /** All builds of the configuration. If the first cannot be measured, nothing can be compared with it. */
  private List<Build> builds(List<String> words) {
    List<Build> made = words.stream().map(this::build).toList();
    Build first = made.get(0);
    return first.failure() == null
        ? made
        : made.stream()
            .map(build -> build.equals(first)
                ? first
                : failed(build.name(), "is compared with " + first.name() + ", which " + first.failure()))
            .toList();
  }

  /** A version as it is, and a path as an absolute one: a run may be resumed from another folder. */
  private static String checked(String build, Checkout home) {
    String found = home.unnamed(build);
    if (isFile(found)) {
      Path file = Path.of(found).toAbsolutePath().normalize();
      if (!Files.exists(file) || file.getFileName() == null) {
        throw new UserError("--engine: " + build + (Files.exists(file) ? " has no name" : " does not exist"));
      }
      return file.toString();
    }
    if (!VERSION.matcher(found).matches()) {
      throw new UserError("--engine: \"" + build + "\" is neither a version nor a jar or a folder of jars");
    }
    return found;
  }

  private static boolean isFile(String build) {
    return build.contains("/") || !build.isEmpty() && Files.exists(Path.of(build));
  }

  private static String name(String build) {
    return isFile(build) ? Path.of(build).getFileName().toString().replaceAll("[^0-9A-Za-z._-]", "_") : build;
  }

  private Build build(String build) {
    String name = name(build);
    if (configuration.usesFilesOfItsStage()) {
      return failed(name, "cannot be taken, because the JVM arguments name jars of the engine, too");
    }
    if (configuration.engine().isEmpty()) {
      return failed(name, "cannot be taken, because its runtime.json has no \"engine\"");
    }
    EngineStage stage = new EngineStage(configuration, configuration.id() + Arm.BUILD + name, home.engineStages());
    try {
      Path made = isFile(build)
          ? stage.filled(given(Path.of(build)), false)
          : stage.filled(new EngineVersion(configuration.engine(), build).jars(home), true);
      return Build.ofEngine(configuration.id(), name, made, null);
    } catch (PreparationException e) {
      return failed(name, e.getMessage());
    } catch (IOException e) {
      throw new UserError("the class path with the build " + build + " cannot be made in " + home.engineStages() + ": "
          + IoReason.of(e), e);
    }
  }

  /** @param failure what follows the build's name in a sentence */
  private Build failed(String name, String failure) {
    return Build.ofEngine(configuration.id(), name, home.engineStages().resolve(name), failure);
  }

  /** The user's jars, by the names of their artifacts. */
  private Map<String, Path> given(Path file) throws IOException, PreparationException {
    List<Path> files;
    try (Stream<Path> all = Files.isDirectory(file) ? Files.list(file) : Stream.of(file)) {
      files = all.filter(one -> !BESIDE.matcher(one.getFileName().toString()).find()).sorted().toList();
    }
    Map<String, Path> jars = new LinkedHashMap<>();
    for (Path one : files) {
      Path other = artifact(one).map(artifact -> jars.put(artifact, one)).orElse(null);
      if (other != null) {
        throw new PreparationException(
            "has two jars of one artifact, " + other.getFileName() + " and " + one.getFileName() + "; remove one");
      }
    }
    Set<String> staged = new TreeSet<>();
    configuration.classPath().forEach(jar -> artifact(jar).ifPresent(staged::add));
    if (jars.keySet().stream().noneMatch(staged::contains)) {
      throw new PreparationException("has no jar that replaces one of the class path: it has "
          + (jars.isEmpty() ? "none" : String.join(", ", jars.keySet())) + ", and the class path has "
          + String.join(", ", staged));
    }
    return jars;
  }

  /** The artifact that a jar is of, by its name. */
  static Optional<String> artifact(Path jar) {
    Matcher matcher = JAR.matcher(jar.getFileName().toString());
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
