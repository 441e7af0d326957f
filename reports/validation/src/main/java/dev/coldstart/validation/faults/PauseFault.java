package dev.coldstart.validation.faults;

import dev.coldstart.record.Launch;
import dev.coldstart.record.RunData;
import dev.coldstart.record.text.Format;
import dev.coldstart.validation.faults.Running.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** Somebody stands still for a while, as on a laptop whose lid is closed. */
final class PauseFault implements Fault {

  /** By then any of the harness's looks at its child has come. */
  private static final Duration SURELY_SEEN = Duration.ofMillis(2_200);

  /** Of the clocks by which launches and pauses are compared. */
  private static final long TOLERANCE_MS = 50;

  private final Moment moment;
  private final Target target;
  private final Duration length;
  private long stoppedAtMs;
  private long wentOnAtMs;

  PauseFault(Moment moment, Target target, Duration length) {
    this.moment = moment;
    this.target = target;
    this.length = length;
  }

  @Override
  public FaultKind kind() {
    return FaultKind.PAUSED;
  }

  @Override
  public String words() {
    return "SIGSTOP to " + target.words() + " " + moment.words() + ", SIGCONT after " + length.toMillis() + " ms";
  }

  @Override
  public boolean strike(Trial trial, Running running) throws IOException {
    if (!moment.await(trial, running)) {
      return false;
    }
    // The one that is stopped must be the one that goes on.
    OptionalLong pid = running.find(target);
    String whom = (target == Target.GROUP ? "-" : "") + pid.orElse(0);
    if (pid.isEmpty() || !Running.signal("STOP", whom)) {
      return false;
    }
    stoppedAtMs = System.currentTimeMillis();
    Moment.sleep(length);
    wentOnAtMs = System.currentTimeMillis();
    // A child may have been ended meanwhile.
    Running.signal("CONT", whom);
    return true;
  }

  @Override
  public List<String> broken(Trial trial, RunData run) {
    if (length.compareTo(SURELY_SEEN) < 0) {
      return List.of();
    }
    return Invariants.counted(run)
        .filter(this::lasted)
        .map(launch -> "a launch counts that was on while " + target.words() + " stood still: " + launch.arm() + ", "
            + Format.number(launch.firstResponseNs() / Format.NS_PER_MS, "ms"))
        .toList();
  }

  private boolean lasted(Launch launch) {
    return launch.wallNs() != null && launch.startedAtMs() <= stoppedAtMs + TOLERANCE_MS
        && launch.startedAtMs() + launch.wallNs() / Format.NS_PER_MS >= wentOnAtMs - TOLERANCE_MS;
  }
}
