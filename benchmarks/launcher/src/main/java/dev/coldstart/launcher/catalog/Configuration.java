package dev.coldstart.launcher.catalog;

import dev.coldstart.launcher.UserError;
import dev.coldstart.record.text.Commands;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One way to use a runtime, as its directory describes it.
 *
 * @param id {@code <runtime>.<configuration>}; it keys stored results and never changes
 * @param program what runs the child where that is no JVM
 * @param child the main class that is measured, a {@link dev.coldstart.child.ColdStart}; of a program, its script
 * @param baseline whether others are compared with it
 * @param fused phases that it cannot separate, and the phase that holds their time, by their names in the data
 * @param requires what it needs to run
 * @param preparation work to be done ahead of time, outside the clock
 * @param steadyWarmupSeconds how long its steady state takes to come
 * @param onRequest whether it is measured only where it, or its runtime, is asked for by name
 * @param stage the folder with the class path on which it is measured, or with the program's script
 */
public record Configuration(String id, String runtime, String runtimeLabel, String label,
    Optional<ChildProgram> program, String child, boolean baseline, Map<String, String> fused, JvmArgs jvmArgs,
    Requirements requires, Optional<Preparation> preparation, int steadyWarmupSeconds, boolean onRequest, Path stage) {

  private static final String CLASS_PATH = "classpath";

  /** @param main on the class path; its arguments are the folder that it is to fill, the module and the fixture's id */
  public record Preparation(String label, String main) {}

  /**
   * What runs a child that is a script and no JVM.
   *
   * @param name as on the PATH
   * @param unset variables of the environment that its children do not get, for they would change what is measured;
   * null for none
   */
  public record ChildProgram(String name, List<String> unset) {

    public ChildProgram {
      unset = unset == null ? List.of() : List.copyOf(unset);
    }

    /** Where it is; empty where it is not installed. */
    public Optional<Path> find() {
      return find(System.getenv().getOrDefault("PATH", ""));
    }

    Optional<Path> find(String path) {
      return Stream.of(path.split(File.pathSeparator))
          .filter(folder -> !folder.isEmpty())
          .map(folder -> Path.of(folder, name).toAbsolutePath())
          .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
          .findFirst();
    }

    /** Why it cannot be measured here; empty when nothing speaks against it. */
    Optional<String> unmet() {
      return find().isPresent()
          ? Optional.empty()
          : Optional.of("needs the program " + name + ", which is not on the PATH: install it");
    }
  }

  /** The jars on which it is measured. */
  public List<Path> classPath() {
    return classPath(stage);
  }

  /** A class path as the build stages it: a module's own jar, then its dependencies in the order of the build. */
  public static List<Path> classPath(Path stage) {
    try (Stream<Path> files = Files.list(stage)) {
      List<Path> jars = new ArrayList<>(files.filter(file -> file.toString().endsWith(".jar")).sorted().toList());
      Stream.of(Files.readString(stage.resolve(CLASS_PATH)).strip().split(":"))
          .filter(entry -> !entry.isEmpty())
          .forEach(entry -> jars.add(stage.resolve(entry)));
      return jars;
    } catch (IOException e) {
      throw new UserError("no staged class path in " + stage + "; build it with " + Commands.here().build(), e);
    }
  }

  /** The script that a program runs. */
  public Path script() {
    return stage.resolve(child);
  }

  /** Why it cannot be measured with that JDK; empty when nothing speaks against it. */
  public Optional<String> cannotRunOn(Jdk jdk) {
    if (program.isPresent() ? !Files.isReadable(script()) : !Files.isReadable(stage.resolve(CLASS_PATH))) {
      return Optional.of("is not built: run mvn verify -DskipTests in the checkout (needs a <module> line in"
          + " benchmarks/runtimes/pom.xml)");
    }
    return program.flatMap(ChildProgram::unmet).or(() -> requires.unmetOn(jdk));
  }
}
