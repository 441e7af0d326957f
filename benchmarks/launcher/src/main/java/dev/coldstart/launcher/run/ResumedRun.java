package dev.coldstart.launcher.run;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.loop.RecordedLaunches;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.scenario.ScenarioPlan;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.StopRule;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.record.io.RunWriter;
import dev.coldstart.record.text.Format;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Takes up a run that was cut, where it stopped. */
public final class ResumedRun {

  private ResumedRun() {}

  /**
   * The run's data.
   *
   * @throws UserError when the folder holds no run, or a damaged one
   */
  static RunData read(Path folder) {
    return read(folder, RunReader::read);
  }

  /** The same of its manifest alone. */
  static Manifest manifest(Path folder) {
    return read(folder, RunReader::manifest);
  }

  private static <T> T read(Path folder, Function<Path, T> reader) {
    try {
      return reader.apply(folder);
    } catch (RunFormatException e) {
      throw new UserError(e.getMessage(), e);
    }
  }

  /** Whether it went through all of its plan. */
  static boolean isComplete(Manifest manifest) {
    return manifest.endedAt() != null && StopRule.of(manifest.stoppedBy()).map(StopRule::isComplete).orElse(false);
  }

  /** Whether it ended by itself: a rule ended its launches, and nobody stopped what came after them. */
  static boolean hasEnded(Manifest manifest) {
    return manifest.endedAt() != null && !StopRule.INTERRUPTED.id().equals(manifest.stoppedBy());
  }

  /** @throws UserError when it cannot go on here as it began */
  static RunStart start(Request request, Catalog catalog) {
    // Read under the run's lock: what was read before may have been written by a run that has ended since.
    RunData run = read(request.run());
    Manifest manifest = run.manifest();
    assertCanGoOn(run);
    List<PlannedArm> arms = manifest.arms().stream().map(new ArmResolver(catalog)::of).toList();
    List<String> differences = Differences.between(manifest, request.home(), arms);
    if (!differences.isEmpty()) {
      throw new UserError("the run " + manifest.runId() + " cannot go on here: " + String.join("; ", differences)
          + ". Go on where it began and with what it began, or start a new run");
    }
    Duration budget = request.budget() == null ? Duration.ofMillis(manifest.plan().budgetMs()) : request.budget();
    Manifest goingOn = goingOn(manifest, request.budget());
    RunWriter writer = RunWriter.resume(run.folder());
    writer.update(goingOn);
    return new RunStart(goingOn, writer, arms, RecordedLaunches.of(run), run.scenarios(), budget);
  }

  private static void assertCanGoOn(RunData run) {
    Manifest.Plan plan = run.manifest().plan();
    if (plan.warmupBlocks() == null || plan.budgetMs() == null || plan.mostAgain() == null || plan.limits() == null) {
      throw new UserError("the run " + run.manifest().runId()
          + " cannot go on: it was written by a coldstart that recorded less of its plan; start a new run");
    }
    ScenarioPlan.assertKnown(plan.scenarios() == null ? List.of() : plan.scenarios());
    Path launches = run.folder().launches();
    if (!Files.isWritable(run.folder().path()) || !RunFolder.kept(launches).equals(launches)) {
      throw new UserError(
          "the run in " + run.folder().path() + " cannot go on: it is kept, compressed or write-protected");
    }
  }

  private static Manifest goingOn(Manifest m, Duration budget) {
    Instant now = Instant.now();
    List<Instant> resumedAt = new ArrayList<>(m.resumedAt() == null ? List.of() : m.resumedAt());
    resumedAt.add(now);
    // What scenarios and JMH had not observed they are about to observe.
    List<String> notes = new ArrayList<>(m.notes()
        .stream()
        .filter(note -> !note.startsWith(JmhPart.NOTE) && !note.startsWith(ScenarioPart.NOTE))
        .toList());
    if (budget != null) {
      notes.add("went on at " + now + " with a budget of " + Format.seconds(budget) + " for the launches from then on");
    }
    return m.with(null, null, m.arms(), List.copyOf(notes), List.copyOf(resumedAt), m.spawns());
  }

  /**
   * A run that is to go on.
   *
   * @param run its folder
   * @param budget how long the launches may take from now on; null for the plan's
   */
  public record Request(Checkout home, Path run, Duration budget) {}
}
