package dev.coldstart.launcher.catalog;

import static dev.coldstart.launcher.catalog.DescriptionFiles.entries;
import static dev.coldstart.launcher.catalog.DescriptionFiles.read;
import static dev.coldstart.launcher.catalog.DescriptionFiles.required;

import dev.coldstart.launcher.UserError;
import dev.coldstart.spi.Phase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds runtimes by the file in their directory that describes them. */
final class RuntimeDescriptions {

  private static final String RUNTIME = "runtime.json";
  private static final int DEFAULT_STEADY_WARMUP_SECONDS = 2;

  /** @param requires of the configurations that say nothing of it themselves */
  private record RuntimeFile(String runtime, String label, Requirements requires,
      Map<String, ConfigurationFile> configurations) {}

  private record ConfigurationFile(String label, ProgramFile program, String child, Boolean baseline,
      Map<String, String> fused, Map<Integer, List<String>> jvmArgs, Requirements requires,
      Configuration.Preparation prepare, Integer steadyWarmupSeconds, Boolean onRequest) {}

  private record ProgramFile(String name, List<String> unset) {}

  private RuntimeDescriptions() {}

  /** The configurations of all runtimes under a folder, baselines first, then by id. */
  static List<Configuration> in(Path folder) {
    List<Configuration> found = new ArrayList<>();
    Map<String, Path> directories = new HashMap<>();
    for (Path directory : entries(folder)) {
      if (Files.exists(directory.resolve(RUNTIME))) {
        for (Configuration configuration : runtime(directory)) {
          Path other = directories.put(configuration.id(), directory);
          if (other != null) {
            throw new UserError(configuration.id() + " is described twice, in " + other + " and " + directory
                + "; an id keys stored results: rename one in its " + RUNTIME);
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
    List<Configuration> configurations = new ArrayList<>();
    description.configurations()
        .forEach((name, c) -> configurations.add(configuration(directory, runtime, description, name, c)));
    return configurations;
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
    return new Configuration(runtime + "." + name, runtime, description.label(), c.label(), program(file, name, c),
        c.child(), Boolean.TRUE.equals(c.baseline()), fused, JvmArgs.of(c.jvmArgs()),
        Stream.of(c.requires(), description.requires()).filter(Objects::nonNull).findFirst().orElse(Requirements.NONE),
        Optional.ofNullable(c.prepare()),
        c.steadyWarmupSeconds() == null ? DEFAULT_STEADY_WARMUP_SECONDS : c.steadyWarmupSeconds(),
        Boolean.TRUE.equals(c.onRequest()), directory.resolve("target/stage"));
  }

  private static Optional<ChildProgram> program(Path file, String name, ConfigurationFile c) {
    if (c.program() == null) {
      return Optional.empty();
    }
    required(file, name + ".program.name", c.program().name());
    if (c.jvmArgs() != null || c.prepare() != null) {
      throw new UserError(file + ": \"" + name + "\" has a program and no JVM: take away its "
          + (c.jvmArgs() != null ? "\"jvmArgs\"" : "\"prepare\""));
    }
    List<String> unset = c.program().unset();
    return Optional.of(new ChildProgram(c.program().name(), unset == null ? List.of() : List.copyOf(unset)));
  }

  private static void phaseNamed(Path file, String key) {
    try {
      Phase.ofKey(key);
    } catch (IllegalArgumentException e) {
      throw new UserError(file + ": \"fused\": " + e.getMessage(), e);
    }
  }
}
