package dev.coldstart.results;

import java.util.List;
import java.util.Map;

/**
 * One arm of a run, for one fixture: a configuration with a profile on a JDK, and how it was launched.
 *
 * @param arm the id, {@code <configuration>/<profile>/<jdk>}; the same for every fixture
 * @param runtime the runtime's id
 * @param runtimeLabel the runtime's name in words
 * @param configuration the configuration's id, {@code <runtime>.<configuration>}
 * @param label the configuration in words
 * @param profile the profile's id
 * @param jdk the JDK's id, for example {@code jdk25}
 * @param fixture the fixture's id
 * @param baseline whether the other arms of its fixture, profile and JDK are compared with it
 * @param fused phases that cannot be separated, and the phase that holds their time
 * @param engine the engine's name and version as it states them; null when it never ran
 * @param command the child's command line, with names in angle brackets for the checkout, the JDK and the folders of
 *     the run; empty when it did not run
 * @param preparation what was done ahead of time and outside the clock; null when nothing was
 * @param notRun why it did not run; null when it ran
 */
public record Arm(
    String arm,
    String runtime,
    String runtimeLabel,
    String configuration,
    String label,
    String profile,
    String jdk,
    String fixture,
    boolean baseline,
    Map<String, String> fused,
    String engine,
    List<String> command,
    Preparation preparation,
    String notRun) {

  /** Work done once, ahead of time, so that it does not look free. */
  public record Preparation(String label, long tookMs, long bytes) {}

  public boolean ran() {
    return notRun == null;
  }
}
