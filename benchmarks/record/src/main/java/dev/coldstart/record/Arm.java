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
 * @param baseline whether the other arms of its fixture, profile and JDK are compared with it
 * @param control what it is a control of; null for an arm that is compared for its own sake
 * @param fused phases that cannot be separated, and the phase that holds their time
 * @param engine the engine's name and version as it states them; null when it never ran
 * @param command the child's command line, with names in angle brackets for the checkout, the JDK and the folders of
 * the run; empty when it did not run
 * @param preparation what was done ahead of time and outside the clock; null when nothing was
 * @param notRun why it did not run; null when it ran
 * @param launchedAs the arm of the same fixture whose launches are this one's too, as profile and JDK do not touch
 * their child; null for an arm with launches of its own
 */
public record Arm(@Required String arm, @Required String runtime, @Required String runtimeLabel,
    @Required String configuration, @Required String label, @Required String profile, @Required String jdk,
    @Required String fixture, boolean baseline, Control control, @Required Map<String, String> fused, String engine,
    @Required List<String> command, Preparation preparation, String notRun, String launchedAs) implements ArmKey.Of {

  /** Stands in a command line for the arm's own cache, which is another file for each arm. */
  public static final String CACHE = "<cache>";

  /** Stands before the class path in a JVM's command line. */
  public static final String CLASS_PATH = "-cp";

  /** Stands in a command line for the home of the arm's own JVM image, of the modules that its class path needs. */
  public static final String IMAGE = "<image>";

  /** Work done once, ahead of time, so that it does not look free. */
  public record Preparation(@Required String label, long tookMs, long bytes) {}

  /**
   * An arm that checks the harness: the baseline, unchanged or with a delay that is known. It is launched like any
   * other and compared with the baseline alone.
   *
   * @param kind {@link #AA} or {@link #BUSY}
   * @param busyNs how long its main thread is busy before it answers; null where the delay is not a fixed one
   * @param busyPermille the same as parts in a thousand of the time from its spawn until then; null likewise
   */
  public record Control(@Required String kind, Long busyNs, Integer busyPermille) {

    /** The baseline under another name: what differs is noise. */
    public static final String AA = "aa";

    /** The baseline with a delay: what differs is known. */
    public static final String BUSY = "busy";
  }

  /** Whether it has launches of its own, and not those of another arm. */
  public boolean hasOwnLaunches() {
    return launchedAs == null;
  }

  /** The key that its launches have. */
  public ArmKey launchKey() {
    return hasOwnLaunches() ? key() : new ArmKey(launchedAs, fixture);
  }

  /** The same arm, and whether the others of its fixture, profile and JDK are compared with it. */
  public Arm withBaseline(boolean baseline) {
    return new Arm(arm, runtime, runtimeLabel, configuration, label, profile, jdk, fixture, baseline, control, fused,
        engine, command, preparation, notRun, launchedAs);
  }

  /** The same arm, and what became of it. */
  public Arm with(String engine, List<String> command, Preparation preparation, String notRun) {
    return new Arm(arm, runtime, runtimeLabel, configuration, label, profile, jdk, fixture, baseline, control, fused,
        engine, command, preparation, notRun, launchedAs);
  }

  public boolean isControl() {
    return control != null;
  }

  /** Whether it is the baseline under another name. */
  public boolean isAa() {
    return isControl() && control.kind().equals(Control.AA);
  }

  public boolean ran() {
    return notRun == null;
  }

  /**
   * Whether its child is a JVM, as far as is known: the command line of one that is none has no class path. So its
   * profile and JDK say what it is measured beside, and nothing of itself.
   */
  public boolean isJvm() {
    return command == null || command.isEmpty() || command.contains(CLASS_PATH);
  }

  /** What its JVM was told before the class path; empty where the command line is not known. */
  public Optional<List<String>> jvmArgs() {
    int classPath = command.indexOf(CLASS_PATH);
    return classPath < 1 ? Optional.empty() : Optional.of(command.subList(1, classPath));
  }

  /** Whether it is of the same fixture, profile and JDK: only what differs in nothing else is compared. */
  public boolean isBeside(Arm other) {
    return fixture.equals(other.fixture) && profile.equals(other.profile) && jdk.equals(other.jdk);
  }

  /** Whether it differs from the other in nothing but what a control does. */
  public boolean repeats(Arm other) {
    return isBeside(other) && configuration.equals(other.configuration);
  }
}
