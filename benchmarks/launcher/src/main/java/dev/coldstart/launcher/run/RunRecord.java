package dev.coldstart.launcher.run;

import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.prepare.Artifacts;
import dev.coldstart.launcher.scenario.LaunchDriver.Made;
import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.StopRule;
import dev.coldstart.record.io.RunWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What is known of a run while it is on, written down as it becomes known. */
final class RunRecord implements AutoCloseable {

  private final Manifest first;
  private final RunWriter writer;
  private final List<PlannedArm> planned;
  private final Artifacts artifacts;
  private final Map<String, String> engines = new HashMap<>();
  private final Map<ArmKey, String> notRun = new HashMap<>();
  private final Set<String> notes;
  private Manifest.Plan plan;
  private List<Manifest.Spawn> spawns;
  private StopRule stoppedBy;

  RunRecord(RunStart start, Artifacts artifacts) {
    this.first = start.manifest();
    this.writer = start.writer();
    this.planned = start.arms();
    this.artifacts = artifacts;
    this.notes = new LinkedHashSet<>(first.notes());
    this.plan = first.plan();
    this.spawns = first.spawns();
    for (int i = 0; i < planned.size(); i++) {
      Arm arm = first.arms().get(i);
      if (arm.engine() != null) {
        engines.put(arm.arm(), arm.engine());
      }
      if (arm.notRun() != null) {
        notRun.put(planned.get(i).key(), arm.notRun());
      }
    }
  }

  RunFolder folder() {
    return writer.folder();
  }

  Manifest.Plan plan() {
    return plan;
  }

  List<PlannedArm> planned() {
    return planned;
  }

  /** The arms that nothing speaks against so far. */
  List<PlannedArm> running() {
    return planned.stream().filter(arm -> whyNotRun(arm) == null).toList();
  }

  /** The same as they are recorded. */
  private List<Arm> runningArms() {
    return manifest(null).arms().stream().filter(Arm::ran).toList();
  }

  /** The same without sparse arms, whose ratios need not be as precise; with them where nothing else is compared. */
  List<Arm> preciseArms() {
    List<Arm> precise = runningArms().stream().filter(arm -> !plan.isSparse(arm)).toList();
    return precise.stream().allMatch(arm -> arm.baseline() || arm.isControl()) ? runningArms() : precise;
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

  /** What starting a trivial program costs here; null when it was not measured. */
  List<Manifest.Spawn> spawns() {
    return spawns;
  }

  void spawns(List<Manifest.Spawn> measured) {
    spawns = measured;
  }

  void append(Made made) {
    // Before the launch, for after it nobody asks the engine again: a run that is killed between the two repeats it.
    if (made.engine() != null) {
      engine(made.first().arm(), made.engine());
    }
    writer.append(made.lines());
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
    writer.append(end);
  }

  void stoppedBy(StopRule rule) {
    stoppedBy = rule;
  }

  void save() {
    writer.update(manifest(null));
  }

  void end() {
    writer.update(manifest(Instant.now()));
  }

  private Manifest manifest(Instant endedAt) {
    List<Arm> arms =
        IntStream.range(0, planned.size()).mapToObj(i -> known(first.arms().get(i), planned.get(i))).toList();
    return first.with(plan)
        .with(endedAt, stoppedBy == null ? null : stoppedBy.id(), arms, List.copyOf(notes), first.resumedAt(), spawns);
  }

  /** The arm with what is known of it by now. What was prepared first is what the first launches paid for. */
  private Arm known(Arm arm, PlannedArm plannedArm) {
    String reason = whyNotRun(plannedArm);
    return arm.with(engines.get(plannedArm.launchKey().arm()), reason == null ? arm.command() : List.of(),
        arm.preparation() == null ? artifacts.cost(plannedArm) : arm.preparation(), reason);
  }

  @Override
  public void close() {
    writer.close();
  }
}
