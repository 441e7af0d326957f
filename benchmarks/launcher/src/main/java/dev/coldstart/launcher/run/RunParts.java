package dev.coldstart.launcher.run;

import dev.coldstart.launcher.jmh.JmhPlan;
import dev.coldstart.launcher.jmh.JmhRun;
import dev.coldstart.launcher.jmh.JmhSize;
import dev.coldstart.launcher.loop.BlockLoop.Precision;
import dev.coldstart.launcher.loop.BlockLoop;
import dev.coldstart.launcher.loop.RecordedLaunches;
import dev.coldstart.launcher.loop.Series;
import dev.coldstart.launcher.machine.MachineGuards;
import dev.coldstart.launcher.plan.Permutations;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.run.Analysis.AnswerSoFar;
import dev.coldstart.launcher.scenario.LaunchDriver.Made;
import dev.coldstart.launcher.scenario.LaunchDriver;
import dev.coldstart.launcher.scenario.ScenarioPlan;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Guards;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Scenarios;
import dev.coldstart.record.StopRule;
import dev.coldstart.record.text.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Measures the parts of a run in order: the headline, the requested scenarios, each in a file of its own, and JMH for
 * the arms that ran. Records each result as soon as it is available.
 */
final class RunParts implements BlockLoop.Listener, JmhRun.Listener {

  private static final String SCENARIO = "scenario ";
  private static final String JMH = "JMH: ";

  /**
   * All scenarios together get the headline's budget divided by this number, because the headline's results matter
   * more.
   */
  static final int PART_OF_BUDGET = 2;

  private final RunContext context;
  private final RunRecord record;
  private AnswerSoFar answerSoFar;

  RunParts(RunContext context) {
    this.context = context;
    this.record = context.record();
  }

  /** Whether a note holds only until the run is resumed, which makes up for what the note says is missing. */
  static boolean isOfLastPart(String note) {
    return note.startsWith(SCENARIO) || note.startsWith(JMH);
  }

  StopRule headline(LaunchDriver driver) throws IOException {
    Manifest.Plan plan = record.plan();
    RecordedLaunches recorded = context.start().recorded();
    Precision precision = plan.targetCi() == null
        ? Precision.NEVER
        : context.tools().analysis().precision(plan.targetCi(), record::preciseArms);
    answerSoFar = context.tools().analysis().answerSoFar(record::runningAsRecorded);
    Series series = Series.headline(plan, record.planned(), arm -> record.whyNotRun(arm) == null, recorded);
    return loop(List.of(series), driver, context.tools().guards().apply(record.folder().path()), precision)
        .run(context.start().budget());
  }

  void scenarios(LaunchDriver driver) throws IOException {
    if (record.plan().scenarios() == null || !isOfAllShards()) {
      return;
    }
    List<Series> all = scenarios(record.plan(), record.planned(), record.running(), context.start().scenarios());
    loop(all, driver, () -> null, Precision.NEVER).run(context.start().budget().dividedBy(PART_OF_BUDGET));
    for (Series series : all) {
      int left = series.left();
      if (left > 0) {
        String note = SCENARIO + series.id() + ": " + Format.count(left, "block was", "blocks were")
            + " not completed because " + whyNotAll();
        record.note(note);
        context.progress().say(note);
      }
    }
    record.save();
  }

  /** The series of the plan's scenarios; may be empty. */
  static List<Series> scenarios(Manifest.Plan plan, List<PlannedArm> planned, List<PlannedArm> running,
      Scenarios recorded) {
    return Objects.requireNonNullElse(plan.scenarios(), List.<Manifest.Scenario>of())
        .stream()
        .map(size -> Series.beside(size,
            running.stream().filter(arm -> ScenarioPlan.launches(size.id(), arm, planned)).toList(),
            RecordedLaunches.beside(size.id(), recorded.of(size.id()))))
        .toList();
  }

  private BlockLoop loop(List<Series> series, LaunchDriver driver, Supplier<Guards> guards, Precision precision) {
    return new BlockLoop(series, new Permutations(record.plan().seed()),
        new BlockLoop.Environment(driver, guards, context.tools().clockNs(), context::isInterrupted), precision, this);
  }

  /** Scenarios and JMH are about times, which are those of one machine: the first shard's. */
  private boolean isOfAllShards() {
    return record.plan().part().index() == 1;
  }

  void jmh() throws IOException {
    if (!isOfAllShards()) {
      return;
    }
    Path results = record.folder().jmh();
    JmhSize size = Preset.of(record.plan().preset()).jmh();
    JmhPlan plan = JmhPlan.of(record.running(), size, new Permutations(record.plan().seed()));
    plan.leftOut().forEach(record::note);
    Predicate<JmhPlan.Fork> isObserved = fork -> Files.exists(results.resolve(fork.name() + ".json"));
    JmhPlan left = plan.without(isObserved);
    record.jmh(plan.forks().size(), plan.forks().size() - left.forks().size());
    record.save();
    int notObserved = context.tools().observing().observe(context, left, size, this);
    record.jmh(plan.forks().size(), (int) plan.forks().stream().filter(isObserved).count());
    if (notObserved > 0) {
      record.note(JMH + notObserved + " of " + plan.forks().size() + " forks were not run because " + whyNotAll());
    }
  }

  private String whyNotAll() {
    return context.isInterrupted() ? "the run was interrupted" : "the time was used up";
  }

  @Override
  public void launched(Made made) {
    // Checked before the launch is recorded, so that a resumed run makes it again.
    if (made.lines().stream().anyMatch(line -> !line.valid())) {
      context.assertRoom();
    }
    record.append(made);
    made.lines()
        .stream()
        .filter(line -> !line.valid())
        .findFirst()
        .ifPresent(line -> context.progress()
            .say("invalid launch: " + line.arm() + ", fixture " + line.fixture() + ": " + line.reason()));
  }

  @Override
  public void failed(PlannedArm arm, String reason) {
    record.notRun(arm, "failed twice in its first block: " + reason);
  }

  @Override
  public void blockEnded(Series series, BlockEnd end, List<String> leftBehind, int done, int total) {
    String name = (series.isHeadline() ? "" : SCENARIO + series.id() + ", ") + end.fixture()
        + (end.warmup() ? ", warm-up block" : ", block " + end.block());
    if (!leftBehind.isEmpty() && end.again() == null) {
      record.note(name + " left processes behind, which were killed: " + String.join("; ", leftBehind));
    }
    if (!series.isHeadline()) {
      context.progress().step(name, done, total);
      return;
    }
    record.append(end);
    if (end.again() != null) {
      context.progress().say("block " + end.block() + " of " + end.fixture() + " will be retried: " + end.again());
    }
    context.progress().step(name, done, total);
    MachineGuards.assertFree(end.guards(), record.folder().path(), context.commandToGoOn());
    context.assertRoom();
  }

  @Override
  public void roundEnded(Collection<List<Launch>> counted) {
    context.progress().answer(() -> answerSoFar.lines(counted));
  }

  @Override
  public void sparse(Manifest.Sparse decided) {
    record.sparse(decided);
    record.save();
    Announcement.sparseArms(decided).ifPresent(context.progress()::say);
  }

  @Override
  public void stands(String fixture, int block, String reason) {
    context.progress()
        .say(
            "block " + block + " of " + fixture + " counts as it is, because no more blocks may be retried: " + reason);
    record.note(fixture + ": " + record.plan().mostAgain()
        + " blocks were retried, the most that the plan allows; blocks after that are counted even if something went wrong in them");
    record.save();
  }

  @Override
  public void forkEnded(JmhPlan.Fork fork, int done, int total) {
    context.progress().step("jmh " + fork.name(), done, total);
  }

  @Override
  public void failed(JmhPlan.Fork fork, String reason) {
    context.assertRoom();
    String what = JMH + "no result of " + fork.name() + ": " + reason + "; see jmh/" + fork.name() + ".log";
    record.note(what);
    context.progress().say(what);
  }
}
