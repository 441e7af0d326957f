package dev.coldstart.validation.faults;

import dev.coldstart.record.Launch;
import dev.coldstart.record.RunData;
import dev.coldstart.record.text.Format;
import dev.coldstart.validation.faults.Running.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** Pauses a process for a while, like a laptop whose lid is closed. */
final class PauseFault implements Fault {

  /** After this time the harness has checked its child at least once. */
  private static final Duration SURELY_SEEN = Duration.ofMillis(2_200);

  /** For comparing the clocks of launches and pauses. */
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
    // The process that is resumed must be the one that was stopped.
    OptionalLong pid = running.find(target);
    String whom = (target == Target.GROUP ? "-" : "") + pid.orElse(0);
    if (pid.isEmpty() || !Running.signal("STOP", whom)) {
      return false;
    }
    stoppedAtMs = System.currentTimeMillis();
    Moment.sleep(length);
    wentOnAtMs = System.currentTimeMillis();
    // A child may have ended in the meantime.
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
        .map(launch -> "a launch is valid although " + target.words() + " was paused during it: " + launch.arm() + ", "
            + Format.number(launch.firstResponseNs() / Format.NS_PER_MS, "ms"))
        .toList();
  }

  private boolean lasted(Launch launch) {
    return launch.wallNs() != null && launch.startedAtMs() <= stoppedAtMs + TOLERANCE_MS
        && launch.startedAtMs() + launch.wallNs() / Format.NS_PER_MS >= wentOnAtMs - TOLERANCE_MS;
  }
}
