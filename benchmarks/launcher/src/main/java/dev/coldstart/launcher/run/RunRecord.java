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

/** What is known of a run while it is on, written down as it becomes known. */
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

  RunRecord(RunStart start, Artifacts artifacts) {
    this.start = start;
    this.artifacts = artifacts;
    this.notes = new LinkedHashSet<>(start.manifest().notes());
    this.plan = start.manifest().plan();
    this.spawns = start.manifest().spawns();
    this.jmh = start.manifest().jmh();
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

  /** The arms that nothing speaks against so far. */
  List<PlannedArm> running() {
    return planned().stream().filter(arm -> whyNotRun(arm) == null).toList();
  }

  /**
   * The same as they are recorded, without sparse arms, whose ratios need not be as precise; with them where nothing
   * else is compared.
   */
  List<Arm> preciseArms() {
    List<Arm> running = manifest(null).arms().stream().filter(Arm::ran).toList();
    List<Arm> precise = running.stream().filter(arm -> !plan.isSparse(arm)).toList();
    return precise.stream().allMatch(arm -> arm.baseline() || arm.isControl()) ? running : precise;
  }

  /** Why it is not run; null when nothing speaks against it. */
  String whyNotRun(PlannedArm arm) {
    return notRun.getOrDefault(arm.key(), notRun.get(arm.launchKey()));
  }

  void notRun(PlannedArm arm, String reason) {
    notRun.put(arm.key(), reason);
  }

  /** Which arms are launched in some of the blocks only. */
  void sparse(Manifest.Sparse decided) {
    plan = plan.with(decided);
  }

  /** Something that a reader of the numbers must know; once, however often it is told. */
  void note(String what) {
    notes.add(what);
  }

  /** What starting a trivial program costs here, measured once a run; none where it cannot be measured. */
  List<Manifest.Spawn> spawns(Supplier<List<Manifest.Spawn>> measuring) {
    if (spawns == null) {
      List<Manifest.Spawn> measured = measuring.get();
      spawns = measured.isEmpty() ? null : measured;
    }
    return spawns == null ? List.of() : spawns;
  }

  void append(Made made) {
    // Before the launch, for after it nobody asks the engine again: a run that is killed between the two repeats it.
    if (made.engine() != null) {
      engine(made.first().arm(), made.engine());
    }
    start.writer().append(made.lines());
  }

  /** A JDK that changes while a run is cut is found by its version; a program only by what it says of itself. */
  private void engine(String arm, String engine) {
    String before = engines.putIfAbsent(arm, engine);
    if (before == null) {
      save();
    } else if (!before.equals(engine)) {
      note("the engine of " + arm + " was " + before + ", and later " + engine + ": its launches are of two things");
    }
  }

  void append(BlockEnd end) {
    start.writer().append(end);
  }

  /** What JMH is to observe, and how many of its forks have given a file; nothing where it is to observe nothing. */
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
        .with(jmh);
  }

  /**
   * Whether the run shows nothing of what it was made for: no launch counts, or none of what was to be compared with a
   * baseline, or JMH was to observe and gave nothing.
   */
  static boolean isWithoutEvidence(RunData run) {
    List<ArmLaunches> arms = run.arms().stream().filter(arm -> !arm.arm().isControl()).toList();
    List<ArmLaunches> asked = arms.stream().filter(arm -> !arm.arm().baseline()).toList();
    Manifest.Jmh jmh = run.manifest().jmh();
    return (asked.isEmpty() ? arms : asked).stream().allMatch(arm -> arm.counted().isEmpty())
        || jmh != null && jmh.results() == 0;
  }

  /** The arm with what is known of it by now. What was prepared first is what the first launches paid for. */
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
