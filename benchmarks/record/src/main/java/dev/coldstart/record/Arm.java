package dev.coldstart.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 * @param baseline whether the other arms of its fixture, profile and JDK are compared with it; if builds are compared,
 * only those of its configuration
 * @param control how this arm checks the harness; null for an arm that is not a control
 * @param fused phases that cannot be separated, and the phase that holds their time
 * @param engine the engine's name and version as it states them; null if it never ran
 * @param command the child's command line, with names in angle brackets for the checkout, the JDK and the folders of
 * the run; empty if it did not run
 * @param preparation work done ahead of time, outside the measured time; null if there was none
 * @param notRun why it did not run; null if it ran
 * @param launchedAs the arm of the same fixture whose launches this arm shares, because profile and JDK do not affect
 * their child; null for an arm with launches of its own
 */
public record Arm(@Required String arm, @Required String runtime, @Required String runtimeLabel,
    @Required String configuration, @Required String label, @Required String profile, @Required String jdk,
    @Required String fixture, boolean baseline, Control control, @Required Map<String, String> fused, String engine,
    @Required List<String> command, Preparation preparation, String notRun, String launchedAs) implements ArmKey.Of {

  /** Placeholder in a command line for the arm's own cache, which is a different file for each arm. */
  public static final String CACHE = "<cache>";

  /** Precedes the class path in a JVM's command line. */
  public static final String CLASS_PATH = "-cp";

  /** Placeholder in a command line for the arm's own JVM image, which has the modules that its class path needs. */
  public static final String IMAGE = "<image>";

  /** In a configuration's id, between the configuration and the name of one of several builds of it. */
  public static final String BUILD = "@";

  /** Work done once, ahead of time. It is recorded so that it does not look free. */
  public record Preparation(@Required String label, long tookMs, long bytes) {}

  /**
   * An arm that checks the harness: the baseline, unchanged or with a known delay. It is launched like any other arm
   * and compared only with the baseline.
   *
   * @param kind {@link #AA} or {@link #BUSY}
   * @param busyNs time in ns for which its main thread is busy before it answers; null if the delay is not fixed
   * @param busyPermille the delay in parts per thousand of the time since its spawn; null if the delay is not relative
   */
  public record Control(@Required String kind, Long busyNs, Integer busyPermille) {

    /** The baseline under another name: any difference is noise. */
    public static final String AA = "aa";

    /** The baseline with a delay: the difference is known. */
    public static final String BUSY = "busy";
  }

  /** Whether it has launches of its own. Otherwise it shares those of another arm. */
  public boolean hasOwnLaunches() {
    return launchedAs == null;
  }

  /** The key of its launches. */
  public ArmKey launchKey() {
    return hasOwnLaunches() ? key() : new ArmKey(launchedAs, fixture);
  }

  /** A copy that says whether the other arms of its fixture, profile and JDK are compared with it. */
  public Arm withBaseline(boolean baseline) {
    return new Arm(arm, runtime, runtimeLabel, configuration, label, profile, jdk, fixture, baseline, control, fused,
        engine, command, preparation, notRun, launchedAs);
  }

  /** A copy with the results of launching it. */
  public Arm with(String engine, List<String> command, Preparation preparation, String notRun) {
    return new Arm(arm, runtime, runtimeLabel, configuration, label, profile, jdk, fixture, baseline, control, fused,
        engine, command, preparation, notRun, launchedAs);
  }

  public boolean isControl() {
    return control != null;
  }

  public boolean isAa() {
    return isControl() && control.kind().equals(Control.AA);
  }

  public boolean ran() {
    return notRun == null;
  }

  /**
   * Whether its child is a JVM. Only a JVM's command line has a class path; an unknown command line counts as a JVM's.
   * Profile and JDK do not affect a child that is not a JVM. They only say which arms it is compared with.
   */
  public boolean isJvm() {
    return command == null || command.isEmpty() || command.contains(CLASS_PATH);
  }

  /** The JVM's arguments before the class path. Empty if the command line is not known. */
  public Optional<List<String>> jvmArgs() {
    int classPath = command.indexOf(CLASS_PATH);
    return classPath < 1 ? Optional.empty() : Optional.of(command.subList(1, classPath));
  }

  /**
   * Whether fixture, profile and JDK are the same, and for one of several builds also the configuration that it is a
   * build of. Only such arms are compared.
   */
  public boolean isBeside(Arm other) {
    return fixture.equals(other.fixture) && profile.equals(other.profile) && jdk.equals(other.jdk)
        && builtConfiguration().equals(other.builtConfiguration());
  }

  /** The id of the configuration that it is one of several builds of; empty if it is none of several. */
  public String builtConfiguration() {
    return builtConfiguration(configuration);
  }

  /** The same for a configuration. */
  public static String builtConfiguration(String configuration) {
    return configuration.substring(0, Math.max(0, configuration.indexOf(BUILD)));
  }

  /** Whether it differs from the other arm only in what a control does. */
  public boolean repeats(Arm other) {
    return isBeside(other) && configuration.equals(other.configuration);
  }
}
