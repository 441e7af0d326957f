package dev.coldstart.launcher.run;

import dev.coldstart.launcher.TemporaryFolder;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.machine.PageCache;
import dev.coldstart.launcher.machine.RunLock;
import dev.coldstart.launcher.machine.SpawnCalibration;
import dev.coldstart.launcher.machine.WorkFolder;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.prepare.Artifacts;
import dev.coldstart.launcher.run.RunContext.Interruption;
import dev.coldstart.launcher.run.RunContext.Tools;
import dev.coldstart.launcher.scenario.LaunchDriver;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.StopRule;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.record.text.Commands;
import dev.coldstart.record.text.IoReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** One run from the plan, or from its interruption, to the report. */
public final class MainJob {

  /** Exit codes of the command line. 2 is a usage or user error. */
  public static final int DONE = 0;

  /** Also returned if nothing was measured, or nothing that was requested. */
  public static final int ARMS_FAILED = 1;
  public static final int INTERRUPTED = 130;

  private final Supplier<RunStart> beginning;
  private final Tools tools;
  private final Progress progress;

  /** The arguments that resume the series that this run belongs to. Null if it belongs to none. */
  private final List<String> toGoOn;

  private final boolean reported;

  /**
   * @param toGoOn the arguments that resume the series that the run belongs to; null if it belongs to none
   * @param reported whether the run also gets a report and a calibration
   */
  MainJob(Supplier<RunStart> beginning, Tools tools, Progress progress, List<String> toGoOn, boolean reported) {
    this.beginning = beginning;
    this.tools = tools;
    this.progress = progress;
    this.toGoOn = toGoOn;
    this.reported = reported;
  }

  /**
   * Makes a run. Returns the exit code.
   *
   * @param around adds an action to each of the launches
   */
  public static int begin(RunRequest request, Analysis analysis, LaunchDriver.Around around) {
    Supplier<RunStart> beginning = () -> RunStart.create(request, Catalog.of(request.home()));
    return new MainJob(beginning, Tools.real(request.home(), analysis, around), Progress.onConsole(), null, true)
        .execute();
  }

  /**
   * Resumes a run. Returns the exit code.
   *
   * @param run the run's folder
   * @param budget the time limit for the launches from now on; null for the plan's
   */
  public static int resume(Checkout home, Path run, Duration budget, Analysis analysis) throws IOException {
    return resume(home, run, budget, analysis, Progress.onConsole());
  }

  static int resume(Checkout home, Path run, Duration budget, Analysis analysis, Progress progress) throws IOException {
    Manifest manifest = RunReader.manifest(run);
    if (manifest.merged() != null) {
      throw new UserError("the run " + manifest.runId()
          + " was merged and cannot be resumed: resume the shard that is not complete, and merge again");
    }
    if (manifest.endedAt() != null && StopRule.isComplete(manifest.stoppedBy())) {
      RunFolder folder = new RunFolder(run.toRealPath());
      progress.say("the run " + folder.id() + " is complete: nothing is left to measure");
      removeLeftovers();
      if (!folder.isKept() && !analysis.isReported(folder.path())) {
        analysis.report(folder.path(), progress::say);
      }
      return RunRecord.isWithoutEvidence(RunReader.read(folder.path())) ? ARMS_FAILED : DONE;
    }
    Checkout then = RunStart.home(manifest, home);
    Supplier<RunStart> beginning = () -> RunStart.resume(then, run, budget, Catalog.of(then));
    return new MainJob(beginning, Tools.real(then, analysis, LaunchDriver.Around.NOTHING), progress, null, true)
        .execute();
  }

  /** Removes temporary folders that a killed process left, as a run does. */
  private static void removeLeftovers() {
    try {
      // Making one removes those that are left.
      WorkFolder.in(TemporaryFolder.ofThisJvm().path()).close();
    } catch (IOException e) {
      // They take up space, and do no other harm.
    }
  }

  /** Runs everything. Returns the exit code. */
  int execute() {
    RunLock lock = RunLock.take(tools.lock());
    try (lock) {
      return executeUnderLock();
    }
  }

  /** Runs everything for a caller that holds the lock. Returns the exit code. */
  int executeUnderLock() {
    // Closed last, because an interrupted JVM exits as soon as this is closed.
    try (Interruption interruption = new Interruption()) {
      WorkFolder work = workFolder();
      try {
        RunStart start = beginning.get();
        Artifacts artifacts = new Artifacts(work.path(), tools.caches(), Tools.memoryBytes(start.manifest().plan()),
            PageCache.of(start.manifest().plan()));
        try (RunRecord record = new RunRecord(start, artifacts)) {
          return measure(new RunContext(start, record, artifacts, work.path(), interruption, progress, tools, toGoOn));
        }
      } finally {
        tidy(work);
      }
    }
  }

  /** A temporary folder for everything that is removed with the run. */
  private WorkFolder workFolder() {
    TemporaryFolder temporary = tools.temporary();
    Checkout.onClassPaths("the temporary folder", temporary.path(), TemporaryFolder.MOVE);
    temporary.unfit(TemporaryFolder.TO_BEGIN_BYTES).ifPresent(why -> {
      throw new UserError(why);
    });
    try {
      return WorkFolder.in(temporary.path());
    } catch (IOException e) {
      throw new UserError("no temporary folder can be made: " + IoReason.of(e) + "; " + TemporaryFolder.MOVE, e);
    }
  }

  /** The run is complete without the cleanup, so a failure here does not fail the run. */
  private void tidy(WorkFolder work) {
    try {
      work.close();
    } catch (IOException e) {
      progress.say(
          "warning: the temporary folder " + work.path() + " cannot be removed (" + IoReason.of(e) + "): remove it");
    }
    try {
      new Artifacts(work.path(), tools.caches()).trimKept();
    } catch (IOException e) {
      progress.say("warning: old caches in " + tools.caches() + " cannot be removed (" + IoReason.of(e)
          + "): remove that folder");
    }
  }

  private int measure(RunContext context) {
    try {
      Announcement.lines(context.start(), context.record()).forEach(progress::say);
      if (toGoOn == null) {
        // Printed at the start, because output is lost once Maven has been stopped.
        progress.say("to resume it after an interruption: " + context.commandToGoOn());
      }
      if (reported) {
        calibrate(context);
      }
      recordAnswers(context);
      prepare(context);
      RunParts parts = new RunParts(context);
      launch(context, parts);
      if (!context.isInterrupted()) {
        progress.begin();
        parts.jmh();
      }
      return end(context);
    } catch (IOException e) {
      context.assertRoom();
      // The cause is the machine and not this program: a full disk, a missing folder, no free process.
      throw new UserError("the run stopped: " + IoReason.of(e)
          + ". The launches so far are kept; fix the cause, then resume with " + context.commandToGoOn(), e);
    }
  }

  private static String words(StopRule rule) {
    return switch (rule) {
      case BLOCKS -> "all blocks are done";
      case TARGET_CI -> "every ratio is as precise as asked for; arms in only some blocks are not asked";
      case BUDGET -> "the time is used up";
      case INTERRUPTED -> "interrupted";
      case PARTS -> "shards are missing";
    };
  }

  /** Done once in a run, but not for the runs of a search, which all use the same machine. */
  private void calibrate(RunContext context) {
    List<Manifest.Spawn> spawns = context.record().spawns(() -> tools.spawns().apply(context::isInterrupted));
    if (!spawns.isEmpty()) {
      progress.say(SpawnCalibration.text(spawns));
      SpawnCalibration.advice(spawns).ifPresent(progress::say);
    }
  }

  /** Before the caches are made, because the baseline of a module answers with the recorded response. */
  private void recordAnswers(RunContext context) throws IOException {
    try (LaunchDriver driver = tools.launching().apply(context)) {
      RecordedAnswers.record(context, driver);
      BuildContract.check(context, driver);
    }
  }

  private void prepare(RunContext context) {
    RunRecord record = context.record();
    Artifacts artifacts = context.artifacts();
    List<PlannedArm> running = record.running();
    int caches = record.plan().cachesOfAnArm();
    if (!artifacts.isKept() && running.stream().anyMatch(arm -> arm.cache().isPresent() || arm.jlink().isPresent())) {
      progress.say(tools.caches() + " is not writable: this run makes its own caches");
    }
    progress.begin();
    for (PlannedArm arm : running) {
      // An interruption kills the preparation, which then fails. This says nothing about the arm.
      if (context.isInterrupted()) {
        return;
      }
      artifacts.make(arm, caches);
      if (artifacts.cost(arm) != null) {
        progress.step("prepared " + arm.id(), running.indexOf(arm) + 1, running.size());
      }
      String failure = context.isInterrupted() ? null : artifacts.failure(arm);
      if (failure != null) {
        context.assertRoom();
      }
      if (failure != null && context.start().recorded().launched(arm)) {
        throw new UserError(
            "the run cannot be resumed: " + arm.id() + " could be prepared at its start, but not now: " + failure);
      }
      if (failure != null) {
        record.notRun(arm, failure);
        progress.say("not run: " + arm.id() + " " + failure);
      }
    }
    record.save();
  }

  private void launch(RunContext context, RunParts parts) throws IOException {
    try (LaunchDriver driver = tools.launching().apply(context)) {
      progress.begin(context.start().budget());
      StopRule rule = parts.headline(driver);
      context.record().stoppedBy(rule);
      context.record().save();
      if (!context.isInterrupted()) {
        progress.say("launches ended: " + words(rule));
        progress.begin();
        parts.scenarios(driver);
      }
    }
  }

  private int end(RunContext context) throws IOException {
    RunRecord record = context.record();
    Path run = record.folder().path();
    if (context.isInterrupted()) {
      record.stoppedBy(StopRule.INTERRUPTED);
      record.end();
      // A series prints its own command for resuming.
      if (toGoOn == null) {
        progress.say("interrupted; the launches so far are kept in " + run);
        progress.say("to resume it: " + context.commandToGoOn());
        progress.say("its report: " + Commands.here().coldstart("report", context.folder()));
      }
      return INTERRUPTED;
    }
    record.end();
    if (reported) {
      report(context);
    }
    boolean failed =
        record.planned().stream().anyMatch(arm -> arm.cannotRun().isEmpty() && record.whyNotRun(arm) != null);
    return failed || RunRecord.isWithoutEvidence(RunReader.read(run)) ? ARMS_FAILED : DONE;
  }

  private void report(RunContext context) throws IOException {
    try {
      tools.analysis().report(context.record().folder().path(), progress::say);
    } catch (UncheckedIOException e) {
      throw new UserError("the run has ended, but its report is incomplete: " + e.getMessage()
          + ". Fix the cause, then make the report with " + context.commandToGoOn(), e);
    }
  }
}
