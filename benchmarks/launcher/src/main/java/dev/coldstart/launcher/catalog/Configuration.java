package dev.coldstart.launcher.catalog;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * One way to use a runtime, as its directory describes it.
 *
 * @param id {@code <runtime>.<configuration>}; it keys stored results and never changes
 * @param child the main class that is measured, a {@link dev.coldstart.spi.ColdStart}
 * @param baseline whether others are compared with it
 * @param fused phases that it cannot separate, and the phase that holds their time, by their names in the data
 * @param requires what it needs to run
 * @param preparation work to be done ahead of time, outside the clock
 * @param steadyWarmupSeconds how long its steady state takes to come
 * @param onRequest whether it is measured only where it, or its runtime, is asked for by name
 * @param stage the folder with the class path on which it is measured
 */
public record Configuration(
    String id,
    String runtime,
    String runtimeLabel,
    String label,
    String child,
    boolean baseline,
    Map<String, String> fused,
    JvmArgs jvmArgs,
    Requirements requires,
    Optional<Preparation> preparation,
    int steadyWarmupSeconds,
    boolean onRequest,
    Path stage) {

  /** @param main on the class path; its arguments are the folder that it is to fill, the module and the fixture's id */
  public record Preparation(String label, String main) {}

  /** Why it cannot be measured with that JDK; empty when nothing speaks against it. */
  public Optional<String> cannotRunOn(Jdk jdk) {
    if (!StagedClassPath.isStaged(stage)) {
      return Optional.of("is not built: run mvn verify -DskipTests (needs a <module> line in benchmarks/runtimes/pom.xml)");
    }
    return requires.unmetOn(jdk);
  }
}
