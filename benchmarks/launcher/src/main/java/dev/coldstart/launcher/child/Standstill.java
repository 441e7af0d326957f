package dev.coldstart.launcher.child;

import dev.coldstart.launcher.machine.SystemFiles;
import java.time.Duration;
import java.util.Optional;

/**
 * Detects whether the child, the harness or the whole machine was kept from running during a launch, for longer than
 * load can explain. Such a launch is not slow; it is not a measurement. The rule never looks at how long the child
 * took.
 */
final class Standstill {

  /** A scheduler under load is late by milliseconds, not by seconds. */
  static final Duration MOST_LATE = Duration.ofSeconds(1);

  private final SystemFiles files;
  private final long beganNs;
  private final Long beganMs;
  private String reason;

  /** @param nowNs the current {@link System#nanoTime()} */
  Standstill(SystemFiles files, long nowNs) {
    this.files = files;
    this.beganNs = nowNs;
    this.beganMs = files.upMs();
  }

  /** Checks whether the child is stopped, by a signal or by a debugger. */
  void look(long pid) {
    if (files.isStopped(pid)) {
      found("the child was stopped");
    }
  }

  /**
   * Records that the harness woke up after a wait.
   *
   * @param lateNs how much later than planned it woke up
   */
  void wentOn(long lateNs) {
    if (lateNs > MOST_LATE.toNanos()) {
      found("the harness was not scheduled for " + Duration.ofNanos(lateNs).toSeconds() + " s");
    }
  }

  /**
   * The first standstill that was found. Empty if all ran throughout the launch. NanoTime does not advance while the
   * machine is suspended, so a suspend shows as a difference from the time since boot.
   */
  Optional<String> by(long nowNs) {
    Long nowMs = files.upMs();
    if (beganMs != null && nowMs != null) {
      Duration suspended = Duration.ofMillis(nowMs - beganMs).minusNanos(nowNs - beganNs).abs();
      if (suspended.compareTo(MOST_LATE) > 0) {
        found("the machine's clocks are " + suspended.toSeconds() + " s apart, as after a suspend");
      }
    }
    return Optional.ofNullable(reason);
  }

  private void found(String standstill) {
    reason = reason == null ? standstill : reason;
  }
}
