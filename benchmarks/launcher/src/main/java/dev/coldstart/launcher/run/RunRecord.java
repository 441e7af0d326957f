package dev.coldstart.launcher.run;

import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.prepare.Artifacts;
import dev.coldstart.launcher.scenario.LaunchDriver.Made;
import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.StopRule;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The state of a run in progress, written to disk as it changes. */
final class RunRecord implements AutoCloseable {

  private final RunStart start;
  private final Artifacts artifacts;
  private final Map<String, String> engines = new HashMap<>();
  private final Map<ArmKey, String> notRun = new HashMap<>();
  private final Set<String> notes;
  private Manifest.Plan plan;
  private List<Manifest.Spawn> spawns;
  private StopRule stoppedBy;
  private Manifest.Jmh jmh;
  private List<Manifest.FixtureFacts> fixtures;

  RunRecord(RunStart start, Artifacts artifacts) {
    this.start = start;
    this.artifacts = artifacts;
    this.notes = new LinkedHashSet<>(start.manifest().notes());
    this.plan = start.manifest().plan();
    this.spawns = start.manifest().spawns();
    this.jmh = start.manifest().jmh();
    this.fixtures = start.manifest().fixtures();
    for (Arm arm : start.manifest().arms()) {
      if (arm.engine() != null) {
        engines.put(arm.arm(), arm.engine());
      }
      if (arm.notRun() != null) {
        notRun.put(arm.key(), arm.notRun());
      }
    }
  }

  RunFolder folder() {
    return start.writer().folder();
  }

  Manifest.Plan plan() {
    return plan;
  }

  List<PlannedArm> planned() {
    return start.arms();
  }

  /** The arms that are still planned to run. */
  List<PlannedArm> running() {
    return planned().stream().filter(arm -> whyNotRun(arm) == null).toList();
  }

  /** The recorded arms that no reason excludes so far. */
  List<Arm> runningAsRecorded() {
    return manifest(null).arms().stream().filter(Arm::ran).toList();
  }

  /** The recorded arms whose ratios must be precise. Sparse arms are left out, unless nothing else is compared. */
  List<Arm> preciseArms() {
    List<Arm> running = runningAsRecorded();
    List<Arm> precise = running.stream().filter(arm -> !plan.isSparse(arm)).toList();
    return precise.stream().allMatch(arm -> arm.baseline() || arm.isControl()) ? running : precise;
  }

  /** Why the arm is not run. Null if it is. */
  String whyNotRun(PlannedArm arm) {
    return notRun.getOrDefault(arm.key(), notRun.get(arm.launchKey()));
  }

  void notRun(PlannedArm arm, String reason) {
    notRun.put(arm.key(), reason);
  }

  /** Records the fixtures' responses, which were not all known when the run began. */
  void answersKnown() {
    fixtures = PlannedArm.fixtures(planned()).stream().map(RecordedArms::of).toList();
  }

  /** Records which arms are launched in only some of the blocks. */
  void sparse(Manifest.Sparse decided) {
    plan = plan.with(decided);
  }

  /** Adds a note that a reader of the numbers must see. A repeated note is recorded once. */
  void note(String what) {
    notes.add(what);
  }

  /** The cost of starting a trivial program on this machine, measured once in a run. Empty if it cannot be measured. */
  List<Manifest.Spawn> spawns(Supplier<List<Manifest.Spawn>> measuring) {
    if (spawns == null) {
      List<Manifest.Spawn> measured = measuring.get();
      spawns = measured.isEmpty() ? null : measured;
    }
    return spawns == null ? List.of() : spawns;
  }

  void append(Made made) {
    // Recorded before the launch, because the engine is not asked again after it. If the run is killed between the two,
    // the launch is repeated.
    if (made.engine() != null) {
      engine(made.first().arm(), made.engine());
    }
    start.writer().append(made.lines());
  }

  /**
   * If a JDK changes while a run is interrupted, its version shows it. For other programs, only the engine's own text
   * does.
   */
  private void engine(String arm, String engine) {
    String before = engines.putIfAbsent(arm, engine);
    if (before == null) {
      save();
    } else if (!before.equals(engine)) {
      note("the engine of " + arm + " changed from " + before + " to " + engine + ": its launches mix two engines");
    }
  }

  void append(BlockEnd end) {
    start.writer().append(end);
  }

  /** Records how many forks JMH is to run and how many have a result. Null if there are none to run. */
  void jmh(int forks, int results) {
    jmh = forks == 0 ? null : new Manifest.Jmh(forks, results);
  }

  void stoppedBy(StopRule rule) {
    stoppedBy = rule;
  }

  void save() {
    start.writer().update(manifest(null));
  }

  void end() {
    start.writer().update(manifest(Instant.now()));
  }

  private Manifest manifest(Instant endedAt) {
    Manifest first = start.manifest();
    List<Arm> arms =
        IntStream.range(0, planned().size()).mapToObj(i -> known(first.arms().get(i), planned().get(i))).toList();
    return first
        .with(plan, endedAt, stoppedBy == null ? null : stoppedBy.id(), arms, List.copyOf(notes), first.resumedAt(),
            spawns)
        .with(jmh)
        .withFixtures(fixtures);
  }

  /**
   * Whether the run did not show what it was made for: no launch counts, or none of the arms to be compared with a
   * baseline has launches that count, or JMH was planned and gave no result.
   */
  static boolean isWithoutEvidence(RunData run) {
    List<ArmLaunches> arms = run.arms().stream().filter(arm -> !arm.arm().isControl()).toList();
    List<ArmLaunches> asked = arms.stream().filter(arm -> !arm.arm().baseline()).toList();
    Manifest.Jmh jmh = run.manifest().jmh();
    return (asked.isEmpty() ? arms : asked).stream().allMatch(arm -> arm.counted().isEmpty())
        || jmh != null && jmh.results() == 0;
  }

  /**
   * The arm with everything known so far. The cost is that of the first preparation, because the first launches used
   * it.
   */
  private Arm known(Arm arm, PlannedArm plannedArm) {
    String reason = whyNotRun(plannedArm);
    return arm.with(engines.get(plannedArm.launchKey().arm()), reason == null ? arm.command() : List.of(),
        arm.preparation() == null ? artifacts.cost(plannedArm) : arm.preparation(), reason);
  }

  @Override
  public void close() {
    start.writer().close();
  }
}
