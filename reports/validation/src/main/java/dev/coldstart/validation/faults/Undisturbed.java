package dev.coldstart.validation.faults;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.machine.Folders;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.io.RunReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A run without a fault.
 *
 * @param out the folder that contains it
 * @param stages the duration of each stage
 */
record Undisturbed(Path out, Manifest manifest, Outline outline, Map<Stage, Duration> stages) {

  private static final Duration LOOK_EVERY = Duration.ofMillis(5);

  Duration took(Stage stage) {
    return stages.getOrDefault(stage, Duration.ZERO);
  }

  /** The number of launches that it records. */
  int launches() {
    return outline.orders().values().stream().mapToInt(List::size).sum();
  }

  /** @throws UserError if anything goes wrong all the same: no fault can be tested here then */
  static Undisturbed of(SmallRun kind, Trial trial) throws IOException {
    if (kind == SmallRun.CACHES) {
      loseCaches(trial);
    }
    Running running = trial.start(kind, SmallRun.TIMEOUT);
    Map<Stage, Long> begunNs = new EnumMap<>(Stage.class);
    while (!running.isOver()) {
      for (Stage stage : Stage.values()) {
        if (!begunNs.containsKey(stage) && stage.hasBegun(trial.run())) {
          begunNs.put(stage, System.nanoTime());
        }
      }
      Moment.sleep(LOOK_EVERY);
    }
    long endedNs = System.nanoTime();
    Running.Ended ended = running.end();
    Path run = trial.run().orElse(null);
    if (!ended.isDone() || run == null) {
      throw new UserError("the undisturbed run failed (" + ended.code() + "): " + String.join(" | ", ended.said()));
    }
    Outline outline = Outline.of(RunReader.read(run));
    List<String> broken = new Invariants(trial, outline, true, true).ofFinished(run);
    if (!broken.isEmpty()) {
      throw new UserError("checks failed for the undisturbed run: " + String.join("; ", broken));
    }
    return new Undisturbed(trial.out(), RunReader.manifest(run), outline, durations(begunNs, endedNs));
  }

  private static Map<Stage, Duration> durations(Map<Stage, Long> begunNs, long endedNs) {
    Map<Stage, Duration> took = new EnumMap<>(Stage.class);
    long nextNs = endedNs;
    Stage[] stages = Stage.values();
    for (int i = stages.length - 1; i >= 0; i--) {
      long atNs = begunNs.getOrDefault(stages[i], nextNs);
      took.put(stages[i], Duration.ofNanos(Math.max(0, nextNs - atNs)));
      nextNs = atNs;
    }
    return took;
  }

  /** Deletes the caches, which are kept between runs, so that the next run makes them. */
  static void loseCaches(Trial trial) throws IOException {
    Path caches = trial.home().caches();
    if (Files.exists(caches)) {
      Folders.delete(caches);
    }
  }
}
