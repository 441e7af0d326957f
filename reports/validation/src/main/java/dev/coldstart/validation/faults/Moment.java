package dev.coldstart.validation.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The moment of a fault. While a run launches, it is counted in recorded launches, and timed only between two launches:
 * on a busy machine the duration of a stage varies too much.
 *
 * @param part position in the stage of an undisturbed run, from 0 to 1
 */
record Moment(Stage stage, double part) {

  private static final Duration LOOK_EVERY = Duration.ofMillis(5);

  String words() {
    return "while " + stage.words() + ", after " + Math.round(part * 100) + " % of it";
  }

  /** Waits for the moment; false if the run ends before it. */
  boolean await(Trial trial, Running running) throws IOException {
    Undisturbed undisturbed = trial.undisturbed(running.of());
    double waits = part;
    long launches = 0;
    if (stage == Stage.LAUNCHING) {
      launches = Math.max(1, (long) (part * undisturbed.launches()));
      waits = (part * undisturbed.launches() - Math.floor(part * undisturbed.launches())) / undisturbed.launches();
    }
    while (!running.isOver() && !hasCome(trial.run(), launches)) {
      sleep(LOOK_EVERY);
    }
    long untilNs = System.nanoTime() + Math.round(undisturbed.took(stage).toNanos() * waits);
    while (!running.isOver() && untilNs - System.nanoTime() > 0) {
      LockSupport.parkNanos(Math.min(untilNs - System.nanoTime(), LOOK_EVERY.toNanos()));
    }
    trial.remember();
    return !running.isOver();
  }

  private boolean hasCome(Optional<Path> run, long launches) throws IOException {
    return stage.hasBegun(run) && (launches <= 1 || Trial.launches(run.orElseThrow()).size() >= launches);
  }

  static void sleep(Duration duration) {
    long untilNs = System.nanoTime() + duration.toNanos();
    for (long leftNs = duration.toNanos(); leftNs > 0; leftNs = untilNs - System.nanoTime()) {
      LockSupport.parkNanos(leftNs);
    }
  }
}
