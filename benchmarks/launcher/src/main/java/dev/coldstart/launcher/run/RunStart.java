package dev.coldstart.launcher.run;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.loop.RecordedLaunches;
import dev.coldstart.launcher.loop.Replay;
import dev.coldstart.launcher.loop.Series;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.prepare.EngineBuilds;
import dev.coldstart.launcher.prepare.FixtureBuilds;
import dev.coldstart.launcher.scenario.ScenarioPlan;
import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.Scenarios;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.record.io.RunWriter;
import dev.coldstart.record.text.Commands;
import dev.coldstart.record.text.Format;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * The start of a run in this process, new or resumed. After this, both are handled alike.
 *
 * @param manifest the manifest as it is in the folder
 * @param writer the writer for the folder
 * @param arms the manifest's arms, in its order
 * @param recorded the recorded launches of the headline
 * @param scenarios the recorded launches of the other scenarios
 * @param budget the time limit for the launches from now on
 */
record RunStart(Manifest manifest, RunWriter writer, List<PlannedArm> arms, RecordedLaunches recorded,
    Scenarios scenarios, Duration budget) {

  boolean isResumed() {
    return manifest.resumedAt() != null;
  }

  /**
   * Makes the folder for a new run.
   *
   * @throws UserError if nothing that was requested exists or can run here
   */
  static RunStart create(RunRequest request, Catalog catalog) {
    Instant now = Instant.now();
    return create(RunFolder.newId(now, "", request.out()), now, request, catalog);
  }

  /** @param id the folder's name */
  static RunStart create(String id, Instant startedAt, RunRequest request, Catalog catalog) {
    List<PlannedArm> arms = request.selection().apply(catalog);
    assertSomethingRuns(arms);
    List<String> commandLine = request.home().named(request.commandLine());
    Manifest manifest = RecordedArms.here(id, startedAt, commandLine, request.plan(arms), request.home(), arms);
    RunWriter writer = RunWriter.create(request.out(), manifest);
    return new RunStart(manifest, writer, arms, RecordedLaunches.none(), Scenarios.NONE, request.size().budget());
  }

  /** @throws UserError if no arm can run here */
  static void assertSomethingRuns(List<PlannedArm> arms) {
    if (arms.stream().allMatch(arm -> arm.cannotRun().isPresent())) {
      throw new UserError("nothing selected can run here; why: " + Commands.here().coldstart("list"));
    }
  }

  /**
   * Resumes a run that was interrupted.
   *
   * @param folder the run's folder
   * @param budget the time limit for the launches from now on; null for the plan's
   * @throws UserError if it cannot be resumed here
   * @throws RunFormatException if the folder contains no run or a damaged one
   */
  static RunStart resume(Checkout home, Path folder, Duration budget, Catalog catalog) {
    // Read under the lock, because the files may have changed until the previous process released it.
    RunData run = RunReader.read(folder);
    Manifest manifest = run.manifest();
    assertCanGoOn(run);
    List<PlannedArm> arms = arms(manifest, catalog);
    List<String> differences = Differences.between(manifest, home, arms);
    if (!differences.isEmpty()) {
      throw new UserError("the run " + manifest.runId() + " cannot be resumed here: " + String.join("; ", differences)
          + ". Resume it on the machine and with the software of its start, or start a new run");
    }
    // May refuse the run, so it comes before the manifest is changed.
    assertFits(run, arms);
    Manifest goingOn = goingOn(manifest, budget);
    RunWriter writer = RunWriter.resume(run.folder());
    writer.update(goingOn);
    return new RunStart(goingOn, writer, arms, recorded(run), run.scenarios(),
        budget == null ? Duration.ofMillis(manifest.plan().budgetMs()) : budget);
  }

  private static RecordedLaunches recorded(RunData run) {
    return RecordedLaunches.headline(run.launched().flatMap(arm -> arm.launches().stream()).toList(), run.blocks());
  }

  /** Fails unless the recorded launches are those that the plan begins with. */
  private static void assertFits(RunData run, List<PlannedArm> arms) {
    Manifest.Plan plan = run.manifest().plan();
    List<PlannedArm> running =
        arms.stream().filter(arm -> run.manifest().arm(arm.key()).filter(Arm::ran).isPresent()).toList();
    Replay.check(List.of(Series.headline(plan, arms, running::contains, recorded(run))), plan);
    Replay.check(RunParts.scenarios(plan, arms, running, run.scenarios()), plan);
  }

  /** The checkout with the fixtures that the run was made with. */
  static Checkout home(Manifest manifest, Checkout home) {
    Checkout recorded = home.withRecorded(manifest.fixturesFolder());
    return FixtureBuilds.fixture(recorded)
        .map(fixture -> FixtureBuilds.added(fixture, List.of(manifest.engines()), recorded))
        .orElseGet(() -> EngineBuilds.added(manifest.engines(), recorded));
  }

  private static void assertCanGoOn(RunData run) {
    Manifest.Plan plan = run.manifest().plan();
    if (plan.warmupBlocks() == null || plan.budgetMs() == null || plan.mostAgain() == null || plan.limits() == null) {
      throw new UserError("the run " + run.manifest().runId()
          + " cannot be resumed: it was written by an older coldstart that recorded less; start a new run");
    }
    // Checked here, because JMH needs the preset only at the end of the run.
    Preset.of(plan.preset());
    ScenarioPlan.assertKnown(plan.scenarios() == null ? List.of() : plan.scenarios());
    if (!Files.isWritable(run.folder().path()) || run.folder().isKept()) {
      throw new UserError(
          "the run in " + run.folder().path() + " cannot be resumed: it is a kept run, compressed or write-protected");
    }
  }

  private static Manifest goingOn(Manifest m, Duration budget) {
    Instant now = Instant.now();
    List<Instant> resumedAt = new ArrayList<>(m.resumedAt() == null ? List.of() : m.resumedAt());
    resumedAt.add(now);
    // Notes about what scenarios and JMH did not measure are removed, because the resumed run measures it.
    List<String> notes = new ArrayList<>(m.notes());
    notes.removeIf(RunParts::isOfLastPart);
    if (budget != null) {
      notes.add("resumed at " + now + " with a budget of " + Format.seconds(budget) + " for the launches from then on");
    }
    return m.with(m.plan(), null, null, m.arms(), List.copyOf(notes), List.copyOf(resumedAt), m.spawns());
  }

  /**
   * Looks up a manifest's arms in the catalog.
   *
   * @throws UserError if a part of an arm no longer exists
   */
  static List<PlannedArm> arms(Manifest manifest, Catalog catalog) {
    return manifest.arms().stream().map(arm -> planned(arm, manifest, catalog)).toList();
  }

  private static PlannedArm planned(Arm arm, Manifest manifest, Catalog catalog) {
    PlannedArm planned = new PlannedArm(
        found("configuration", arm.configuration(), in(catalog.configurations(), Configuration::id)),
        found("profile", arm.profile(), catalog::profile), found("JDK", arm.jdk(), id -> jdk(id, manifest, catalog)),
        found("fixture", arm.fixture(), in(catalog.fixtures(), Fixture::id)), arm.control(), arm.launchedAs());
    if (!planned.id().equals(arm.arm())) {
      throw new UserError(
          "the run cannot be resumed: its arm " + arm.arm() + " is " + planned.id() + " now; start a new run");
    }
    return planned;
  }

  private static Jdk jdk(String id, Manifest manifest, Catalog catalog) {
    Optional<Manifest.Jdk> then = manifest.jdks().stream().filter(jdk -> jdk.id().equals(id)).findFirst();
    return catalog.jdks()
        .recorded(id, then.map(Manifest.Jdk::version).orElse(null), then.map(Manifest.Jdk::vendor).orElse(null),
            manifest.commandLine())
        .orElseThrow();
  }

  private static <T> Function<String, T> in(List<T> all, Function<T, String> idOf) {
    return id -> all.stream().filter(one -> idOf.apply(one).equals(id)).findFirst().orElseThrow();
  }

  /** @param find throws an exception if there is none */
  private static <T> T found(String what, String id, Function<String, T> find) {
    try {
      return find.apply(id);
    } catch (UserError | NoSuchElementException e) {
      throw new UserError(
          "the run cannot be resumed: its " + what + " " + id + " is not here any more; restore it, or start a new run",
          e);
    }
  }
}
