package dev.coldstart.launcher.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

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

  /** @param main on the class path; its arguments are the folder that it is to fill, the module and the fixture's id */
  public record Preparation(String label, String main) {}

  /** The script that a program runs. */
  public Path script() {
    return stage.resolve(child);
  }

  /** Why it cannot be measured with that JDK; empty when nothing speaks against it. */
  public Optional<String> cannotRunOn(Jdk jdk) {
    if (program.isPresent() ? !Files.isReadable(script()) : !StagedClassPath.isStaged(stage)) {
      return Optional
          .of("is not built: run mvn verify -DskipTests (needs a <module> line in benchmarks/runtimes/pom.xml)");
    }
    return program.flatMap(ChildProgram::unmet).or(() -> requires.unmetOn(jdk));
  }
}
