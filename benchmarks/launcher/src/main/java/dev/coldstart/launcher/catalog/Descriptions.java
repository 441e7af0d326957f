package dev.coldstart.launcher.catalog;

import dev.coldstart.fixtures.Twin;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Configuration.ChildProgram;
import dev.coldstart.spi.Phase;
import dev.coldstart.wasm.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the files that describe runtimes, profiles and JVM options. An unknown key is an error, because it is most
 * likely misspelt.
 */
final class Descriptions {

  private static final String JSON_ENDING = ".json";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private static final Pattern OPTION_ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final String RUNTIME = "runtime.json";
  private static final int DEFAULT_STEADY_WARMUP_SECONDS = 2;

  /** @param requires applies to each configuration without requirements of its own */
  private record RuntimeFile(String runtime, String label, Requirements requires, List<String> lacks,
      List<String> wasiClassPath, List<String> engine, Map<String, ConfigurationFile> configurations) {}

  private record ConfigurationFile(String label, String about, ChildProgram program, String child, Boolean baseline,
      String twin, List<String> fixtures, String event, Map<String, String> fused, Map<Integer, List<String>> jvmArgs,
      Requirements requires, Configuration.Preparation prepare, Integer steadyWarmupSeconds, Boolean onRequest,
      List<String> classPath) {}

  private record ProfileFile(String label, List<String> settles, Map<Integer, List<String>> jvmArgs,
      Requirements requires, CacheFile cache) {}

  private record CacheFile(String label, String ending, Map<Integer, List<String>> training) {}

  private record JvmOptionFile(String label, String group, Map<Integer, List<String>> jvmArgs,
      Map<Integer, List<String>> jlink, Requirements requires) {}

  private Descriptions() {}

  /** The configurations of all runtimes in a folder, baselines first, then by id. */
  static List<Configuration> configurations(Path folder) {
    List<Configuration> found = new ArrayList<>();
    Map<String, Path> directories = new HashMap<>();
    for (Path directory : entries(folder)) {
      if (Files.exists(directory.resolve(RUNTIME))) {
        for (Configuration configuration : runtime(directory)) {
          Path other = directories.put(configuration.id(), directory);
          if (other != null) {
            throw new UserError(configuration.id() + " has two descriptions, in " + other + " and " + directory
                + "; the id is the key of stored results: rename one in its " + RUNTIME);
          }
          found.add(configuration);
        }
      }
    }
    found.sort(Comparator.comparing(Configuration::baseline).reversed().thenComparing(Configuration::id));
    return found;
  }

  private static List<Configuration> runtime(Path directory) {
    Path file = directory.resolve(RUNTIME);
    RuntimeFile description = read(file, RuntimeFile.class);
    String runtime = description.runtime() == null ? directory.getFileName().toString() : description.runtime();
    required(file, "label", description.label());
    required(file, "configurations", description.configurations());
    return description.configurations()
        .entrySet()
        .stream()
        .map(named -> configuration(directory, runtime, description, named.getKey(), named.getValue()))
        .toList();
  }

  private static Configuration configuration(Path directory, String runtime, RuntimeFile description, String name,
      ConfigurationFile c) {
    Path file = directory.resolve(RUNTIME);
    required(file, name + ".label", c.label());
    required(file, name + ".child", c.child());
    Map<String, String> fused = c.fused() == null ? Map.of() : c.fused();
    fused.forEach((phase, into) -> {
      phaseNamed(file, phase);
      phaseNamed(file, into);
      if (fused.containsKey(into)) {
        throw new UserError(file + ": \"fused\": " + phase + " goes into " + into + ", which is fused itself");
      }
    });
    return new Configuration(runtime + "." + name, runtime, description.label(), c.label(), c.about(),
        program(file, name, c), c.child(), Boolean.TRUE.equals(c.baseline()), twin(file, name, c),
        c.fixtures() == null ? List.of() : c.fixtures(), echoes(file, name, c), fused, JvmArgs.of(c.jvmArgs()),
        orNone(c.requires() == null ? description.requires() : c.requires()), Optional.ofNullable(c.prepare()),
        c.steadyWarmupSeconds() == null ? DEFAULT_STEADY_WARMUP_SECONDS : c.steadyWarmupSeconds(),
        Boolean.TRUE.equals(c.onRequest()), c.classPath() == null ? List.of() : c.classPath(),
        lacks(file, description.lacks()), description.engine() == null ? List.of() : description.engine(),
        description.wasiClassPath() == null ? List.of() : description.wasiClassPath(),
        directory.resolve("target/stage"));
  }

  /** Null for all fixtures. */
  private static Twin.Kind twin(Path file, String name, ConfigurationFile c) {
    return c.twin() == null
        ? null
        : Stream.of(Twin.Kind.values())
            .filter(kind -> word(kind).equals(c.twin()))
            .findFirst()
            .orElseThrow(
                () -> new UserError(file + ": \"" + name + "\" has the twin \"" + c.twin() + "\"; choose one of "
                    + Stream.of(Twin.Kind.values()).map(Descriptions::word).collect(Collectors.joining(", "))));
  }

  private static String word(Twin.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static boolean echoes(Path file, String name, ConfigurationFile c) {
    if (c.event() != null && !c.event().equals("expected")) {
      throw new UserError(
          file + ": \"" + name + "\" has the event \"" + c.event() + "\"; the only choice is \"expected\"");
    }
    return c.event() != null;
  }

  private static Set<Feature> lacks(Path file, List<String> ids) {
    try {
      Set<Feature> features = EnumSet.noneOf(Feature.class);
      (ids == null ? List.<String>of() : ids).forEach(id -> features.add(Feature.ofId(id)));
      return features;
    } catch (IllegalArgumentException e) {
      throw new UserError(file + ": \"lacks\": " + e.getMessage(), e);
    }
  }

  private static Optional<ChildProgram> program(Path file, String name, ConfigurationFile c) {
    if (c.program() == null) {
      return Optional.empty();
    }
    required(file, name + ".program.name", c.program().name());
    if (c.jvmArgs() != null || c.prepare() != null) {
      throw new UserError(file + ": \"" + name + "\" runs a program, not a JVM: remove its "
          + (c.jvmArgs() != null ? "\"jvmArgs\"" : "\"prepare\""));
    }
    return Optional.of(c.program());
  }

  private static void phaseNamed(Path file, String key) {
    try {
      Phase.ofKey(key);
    } catch (IllegalArgumentException e) {
      throw new UserError(file + ": \"fused\": " + e.getMessage(), e);
    }
  }

  /** The profiles in a folder, sorted by id, which is the file's name. */
  static List<Profile> profiles(Path folder) {
    return jsonFiles(folder).stream().map(Descriptions::profile).toList();
  }

  private static Profile profile(Path file) {
    ProfileFile description = read(file, ProfileFile.class);
    required(file, "label", description.label());
    CacheFile cache = description.cache();
    if (cache != null) {
      required(file, "cache.label", cache.label());
      required(file, "cache.ending", cache.ending());
      required(file, "cache.training", cache.training());
    }
    return new Profile(id(file), description.label(), JvmArgs.of(description.jvmArgs()), orNone(description.requires()),
        Optional.ofNullable(cache).map(c -> new Profile.Cache(c.label(), c.ending(), JvmArgs.of(c.training()))),
        description.settles() == null ? List.of() : description.settles(), Optional.empty());
  }

  /** The JVM options in a folder, sorted by id, which is the file's name. */
  static List<JvmOption> jvmOptions(Path folder) {
    return jsonFiles(folder).stream().map(Descriptions::option).toList();
  }

  private static JvmOption option(Path file) {
    JvmOptionFile description = read(file, JvmOptionFile.class);
    required(file, "label", description.label());
    required(file, "group", description.group());
    if (description.jvmArgs() == null && description.jlink() == null) {
      throw new UserError(file + ": lacks \"jvmArgs\" or \"jlink\"");
    }
    if (!OPTION_ID.matcher(id(file)).matches()) {
      throw new UserError(
          file + ": the name of a JVM option becomes part of profile names; use only small letters, digits and dashes");
    }
    return new JvmOption(id(file), description.label(), description.group(), JvmArgs.of(description.jvmArgs()),
        Optional.ofNullable(description.jlink()).map(JvmArgs::of), orNone(description.requires()));
  }

  private static Requirements orNone(Requirements requires) {
    return requires == null ? Requirements.NONE : requires;
  }

  private static List<Path> jsonFiles(Path folder) {
    return entries(folder).stream().filter(file -> file.toString().endsWith(JSON_ENDING)).toList();
  }

  private static String id(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - JSON_ENDING.length());
  }

  private static List<Path> entries(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new UserError("cannot be read: " + folder + " (" + e.getMessage() + ")", e);
    }
  }

  private static <T> T read(Path file, Class<T> type) {
    try {
      return JSON.readValue(file, type);
    } catch (JacksonException e) {
      throw new UserError(file + ": " + e.getOriginalMessage(), e);
    }
  }

  private static void required(Path file, String key, Object value) {
    if (value == null) {
      throw new UserError(file + ": lacks \"" + key + "\"");
    }
  }
}
