package dev.coldstart.launcher.child;

import dev.coldstart.launcher.machine.SystemFiles;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether a child, the harness or the whole machine was kept from running during a launch, for so long that it cannot
 * be the machine's load. Such a launch is not slow, it is no measurement. What is asked is who stood still, never how
 * long the child took.
 */
final class Standstill {

  /** Seconds, where a scheduler under load is late by milliseconds. */
  static final Duration MOST_LATE = Duration.ofSeconds(1);

  private final SystemFiles files;
  private final long beganNs;
  private final Long beganMs;
  private String reason;

  /** @param nowNs of {@link System#nanoTime()} */
  Standstill(SystemFiles files, long nowNs) {
    this.files = files;
    this.beganNs = nowNs;
    this.beganMs = files.upMs();
  }

  /** Looks at the child. A signal or a debugger that stops it shows in its state. */
  void look(long pid) {
    if (files.isStopped(pid)) {
      found("the child was stopped");
    }
  }

  /** The harness waited, and went on. @param lateNs how much later than it wanted to */
  void wentOn(long lateNs) {
    if (lateNs > MOST_LATE.toNanos()) {
      found("the harness was not run for " + Duration.ofNanos(lateNs).toSeconds() + " s");
    }
  }

  /** The first that was found; empty of a launch during which all ran. A suspended machine's nanoTime stands still. */
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
