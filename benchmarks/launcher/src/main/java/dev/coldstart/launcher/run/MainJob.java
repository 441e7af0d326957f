package dev.coldstart.launcher.run;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.launch.Preparations;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.StopRule;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** One run from the plan to the report, or from where it was cut. */
public final class MainJob {

  /** Exit codes of the command line; 2 is a usage or user error. */
  public static final int DONE = 0;

  public static final int ARMS_FAILED = 1;
  public static final int INTERRUPTED = 130;

  private final Supplier<RunStart> beginning;
  private final Tools tools;
  private final Progress progress;
  private final boolean reported;

  /** The arguments that go on with what it is a part of; null where it stands for itself. */
  private final String toGoOn;

  MainJob(Supplier<RunStart> beginning, Tools tools, Progress progress) {
    this(beginning, tools, progress, true, null);
  }

  private MainJob(Supplier<RunStart> beginning, Tools tools, Progress progress, boolean reported, String toGoOn) {
    this.beginning = beginning;
    this.tools = tools;
    this.progress = progress;
    this.reported = reported;
    this.toGoOn = toGoOn;
  }

  /**
   * The same as a part of something.
   *
   * @param wholeToGoOn the arguments that go on with that
   * @param withReport whether it ends with more than its raw data
   */
  MainJob asPartOf(String wholeToGoOn, boolean withReport) {
    return new MainJob(beginning, tools, progress, withReport, wholeToGoOn);
  }

  /** Makes a run; the result is the exit code. */
  public static int begin(RunRequest request, Analysis analysis, PrintStream out, boolean terminal) {
    Progress progress = new Progress(out, terminal, System::nanoTime);
    Supplier<RunStart> beginning = () -> NewRun.start(request, Catalog.of(request.home()));
    Tools tools = Tools.real(request.home(), analysis);
    Tools all = request.hyperfine() == null ? tools : tools.besideHyperfine(request.hyperfine());
    return new MainJob(beginning, all, progress).execute();
  }

  /** Goes on with a run; the result is the exit code. */
  public static int resume(ResumeRequest request, Analysis analysis, PrintStream out, boolean terminal)
      throws IOException {
    Progress progress = new Progress(out, terminal, System::nanoTime);
    if (ResumedRun.isComplete(ResumedRun.read(request.run()).manifest())) {
      return complete(request.run(), analysis, progress);
    }
    Supplier<RunStart> beginning = () -> ResumedRun.start(request, Catalog.of(request.home()));
    return new MainJob(beginning, Tools.real(request.home(), analysis), progress).execute();
  }

  private static int complete(Path run, Analysis analysis, Progress progress) throws IOException {
    RunFolder folder = new RunFolder(run.toRealPath());
    progress.say("the run " + folder.id() + " is complete: nothing is left to measure");
    if (!Files.exists(folder.reportHtml())) {
      analysis.report(folder.path(), progress::say);
    }
    return DONE;
  }

  /** Runs it all; the result is the exit code. */
  int execute() {
    RunLock lock = RunLock.take(tools.lock());
    try (lock) {
      return executeUnderLock();
    }
  }

  /** The same for a caller that holds the lock. */
  int executeUnderLock() {
    try (Interruption interruption = new Interruption(); WorkFolder work = WorkFolder.make()) {
      return execute(work.path(), interruption);
    } catch (IOException e) {
      throw new UserError("no temporary folder can be made: " + e + "; is the disk full? Make room", e);
    }
  }

  private int execute(Path workFolder, Interruption interruption) {
    Preparations preparations = new Preparations(workFolder, tools.caches());
    try {
      return execute(workFolder, preparations, interruption);
    } finally {
      preparations.trimKept();
    }
  }

  private int execute(Path workFolder, Preparations preparations, Interruption interruption) {
    RunStart start = beginning.get();
    try (RunRecord record = new RunRecord(start, preparations)) {
      try {
        return execute(start, record, preparations, workFolder, interruption);
      } catch (IOException e) {
        // Of the machine, not of this program: a disk that is full, a folder that has gone, no process to be had.
        throw new UserError("the run stopped: " + e + ". What was measured is kept; mend that, then go on with"
            + " coldstart " + toGoOn(record.folder().path()), e);
      }
    }
  }

  private int execute(RunStart start, RunRecord record, Preparations preparations, Path workFolder,
      Interruption interruption) throws IOException {
    Announcement.lines(start, record).forEach(progress::say);
    calibrate(record);
    prepare(start.past(), record, preparations, interruption);
    StopRule rule = launch(start, record, preparations, workFolder, interruption);
    record.stoppedBy(rule);
    record.save();
    if (!interruption.isRequested()) {
      progress.say("launches ended: " + words(rule));
      progress.begin();
      new ScenarioPart(record, progress).run(start, tools, preparations, workFolder, interruption);
    }
    if (!interruption.isRequested()) {
      progress.begin();
      new JmhPart(record, progress).run(tools, preparations, workFolder, interruption);
    }
    return end(record, interruption);
  }

  private static String words(StopRule rule) {
    return switch (rule) {
      case BLOCKS -> "every fixture has its blocks";
      case TARGET_CI -> "every ratio is known as well as was asked for";
      case BUDGET -> "the time is used up";
      case INTERRUPTED -> "somebody stopped it";
    };
  }

  /** Once a run: where it goes on, the machine is the same. */
  private void calibrate(RunRecord record) {
    if (record.spawns() == null) {
      List<Manifest.Spawn> spawns = tools.spawns().get();
      record.spawns(spawns.isEmpty() ? null : spawns);
    }
    Announcement.spawns(record.spawns()).forEach(progress::say);
  }

  private void prepare(Past past, RunRecord record, Preparations preparations, Interruption interruption) {
    List<PlannedArm> running = record.running();
    progress.begin();
    for (PlannedArm arm : running) {
      // Who interrupts kills what prepares, which then fails of nothing that is the arm's.
      if (interruption.isRequested()) {
        return;
      }
      preparations.make(arm);
      if (preparations.cost(arm) != null) {
        progress.step("prepared " + arm.id(), running.indexOf(arm) + 1, running.size());
      }
      String failure = interruption.isRequested() ? null : preparations.failure(arm);
      if (failure != null && past.launched(arm)) {
        throw new UserError(
            "the run cannot go on: " + arm.id() + " could be prepared when it began, and not now: " + failure);
      }
      if (failure != null) {
        record.notRun(arm, failure);
        progress.say("not run: " + arm.id() + " " + failure);
      }
    }
    record.save();
  }

  private StopRule launch(RunStart start, RunRecord record, Preparations preparations, Path workFolder,
      Interruption interruption) throws IOException {
    progress.begin();
    ColdPart part = new ColdPart(record, progress);
    return tools.launching()
        .with(preparations, workFolder, Duration.ofMillis(record.plan().timeoutMs()),
            driver -> part.run(start, tools, driver, interruption));
  }

  private int end(RunRecord record, Interruption interruption) throws IOException {
    Path run = record.folder().path();
    if (interruption.isRequested()) {
      record.stoppedBy(StopRule.INTERRUPTED);
      record.end();
      // What it is a part of tells how to go on with the whole.
      if (toGoOn == null) {
        progress.say("stopped; what was measured is kept in " + run);
        progress.say("to go on: scripts/coldstart " + toGoOn(run));
        progress.say("its report: scripts/coldstart report " + run);
      }
      return INTERRUPTED;
    }
    record.end();
    if (reported) {
      tools.analysis().reportLatest(run, progress::say);
    }
    boolean failed =
        record.planned().stream().anyMatch(arm -> arm.cannotRun().isEmpty() && record.whyNotRun(arm) != null);
    return failed ? ARMS_FAILED : DONE;
  }

  private String toGoOn(Path run) {
    return toGoOn == null ? "run --resume " + run : toGoOn;
  }
}
