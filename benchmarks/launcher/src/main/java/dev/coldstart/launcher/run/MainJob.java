package dev.coldstart.launcher.run;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.jmh.JmhPlan;
import dev.coldstart.launcher.jmh.JmhRun;
import dev.coldstart.launcher.jmh.JmhSize;
import dev.coldstart.launcher.launch.Folders;
import dev.coldstart.launcher.launch.LaunchDriver.Launched;
import dev.coldstart.launcher.launch.Preparations;
import dev.coldstart.launcher.launch.ProcessLauncher;
import dev.coldstart.launcher.plan.Permutations;
import dev.coldstart.launcher.plan.PlannedArm;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One run from the plan to the report. */
public final class MainJob {

  /** Exit codes of the command line; 2 is a usage or user error. */
  public static final int DONE = 0;

  public static final int ARMS_FAILED = 1;
  public static final int INTERRUPTED = 130;

  private final RunRequest request;
  private final Permutations permutations;
  private final Progress progress;

  public MainJob(RunRequest request, PrintStream out, boolean terminal) {
    this.request = request;
    this.permutations = new Permutations(request.seed());
    this.progress = new Progress(out, terminal, System::nanoTime);
  }

  /** Runs it all; the result is the exit code. */
  public int execute() throws IOException {
    RunLock lock = RunLock.take(RunLock.place());
    try (lock;
        Interruption interruption = new Interruption()) {
      Path workFolder = Files.createTempDirectory("coldstart-");
      try {
        return execute(workFolder, interruption);
      } finally {
        Folders.delete(workFolder);
      }
    }
  }

  private int execute(Path workFolder, Interruption interruption) throws IOException {
    List<PlannedArm> arms = request.selection().from(Catalog.of(request.home()));
    Preparations preparations = new Preparations(workFolder);
    try (RunRecord record = new RunRecord(request, arms, preparations)) {
      announce(record, arms);
      prepare(record, preparations);
      StopRule rule = launch(record, preparations, workFolder, interruption);
      record.stoppedBy(rule);
      record.save();
      if (!interruption.isRequested()) {
        observe(record, preparations, workFolder, interruption);
      }
      return end(record, arms, interruption);
    }
  }

  private void announce(RunRecord record, List<PlannedArm> arms) {
    List<PlannedArm> running = record.running();
    if (running.isEmpty()) {
      throw new UserError("nothing selected can run here; coldstart list says why");
    }
    progress.say("run " + record.folder().id() + ": preset " + request.preset().id() + ", seed " + request.seed()
        + ", " + running.size() + " arms, " + request.preset().blocks() + " blocks of each fixture");
    arms.stream()
        .filter(arm -> arm.cannotRun().isPresent())
        .map(arm -> "not run: " + arm.id() + " " + arm.cannotRun().get())
        .distinct()
        .forEach(progress::say);
  }

  private void prepare(RunRecord record, Preparations preparations) throws IOException {
    for (PlannedArm arm : record.running()) {
      preparations.make(arm);
      String failure = preparations.failure(arm);
      if (failure != null) {
        record.notRun(arm, failure);
        progress.say("not run: " + arm.id() + " " + failure);
      }
    }
    record.save();
  }

  private StopRule launch(
      RunRecord record, Preparations preparations, Path workFolder, Interruption interruption) throws IOException {
    progress.begin();
    try (ProcessLauncher launcher = new ProcessLauncher(preparations, workFolder, request.timeout())) {
      return new ColdRun(
              record.running(),
              new ColdRun.Limits(request.preset().warmupBlocks(), request.preset().blocks(), request.budget()),
              permutations,
              launcher,
              listener(record),
              System::nanoTime,
              interruption::isRequested)
          .run();
    }
  }

  private ColdRun.Listener listener(RunRecord record) {
    return new ColdRun.Listener() {
      @Override
      public void launched(Launched launched) throws IOException {
        record.append(launched);
        if (!launched.launch().valid()) {
          progress.say("invalid launch: " + launched.launch().arm() + ", fixture " + launched.launch().fixture() + ": "
              + launched.launch().reason());
        }
      }

      @Override
      public void failed(PlannedArm arm, String reason) {
        record.notRun(arm, "failed twice in its first block: " + reason);
      }

      @Override
      public void blockEnded(String fixture, int block, boolean warmup, int done, int total) {
        progress.step(fixture + (warmup ? ", warm-up block" : ", block " + block), done, total);
      }
    };
  }

  /** The second half: what JMH observes of the arms that ran. */
  private void observe(RunRecord record, Preparations preparations, Path workFolder, Interruption interruption)
      throws IOException {
    JmhSize size = request.preset().jmh();
    JmhPlan plan = JmhPlan.of(record.running(), size, permutations);
    plan.leftOut().forEach(record::note);
    progress.begin();
    JmhRun jmh =
        new JmhRun(request.home().jmhStage(), preparations, workFolder, jmhListener(record), System::nanoTime);
    int notObserved = jmh.run(plan, size, record.folder().jmh(), interruption::isRequested);
    if (notObserved > 0) {
      String reason = interruption.isRequested() ? "the run was stopped" : "the time was used up";
      record.note("JMH: " + notObserved + " of " + plan.forks().size() + " forks were not observed, " + reason);
    }
  }

  private JmhRun.Listener jmhListener(RunRecord record) {
    return new JmhRun.Listener() {
      @Override
      public void forkEnded(JmhPlan.Fork fork, int done, int total) {
        progress.step("jmh " + fork.name(), done, total);
      }

      @Override
      public void failed(JmhPlan.Fork fork, String reason) {
        record.note("JMH: no result of " + fork.name() + "; see jmh/" + fork.name() + ".log");
        progress.say(reason);
      }
    };
  }

  private int end(RunRecord record, List<PlannedArm> arms, Interruption interruption) throws IOException {
    if (interruption.isRequested()) {
      record.stoppedBy(StopRule.INTERRUPTED);
      record.end();
      progress.say("stopped; what was measured is kept in " + record.folder().path());
      progress.say("its report: scripts/coldstart report " + record.folder().path());
      return INTERRUPTED;
    }
    record.end();
    Reports.write(record.folder().path(), progress::say);
    Reports.pointLatestAt(record.folder().path());
    boolean failed = arms.stream().anyMatch(arm -> arm.cannotRun().isEmpty() && !record.running().contains(arm));
    return failed ? ARMS_FAILED : DONE;
  }
}
