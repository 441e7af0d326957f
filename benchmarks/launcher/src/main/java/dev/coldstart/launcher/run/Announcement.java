package dev.coldstart.launcher.run;

import dev.coldstart.launcher.loop.BlockLoop;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.text.Format;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The lines printed before a run's first launch. */
final class Announcement {

  private Announcement() {}

  static List<String> lines(RunStart start, RunRecord record) {
    Manifest.Plan plan = record.plan();
    List<String> lines = new ArrayList<>();
    lines.add("run " + record.folder().id() + ": preset " + plan.preset() + ", seed " + plan.seed() + ", "
        + record.running().size() + " arms, " + plan.ownBlocks() + " blocks for each fixture" + shard(plan)
        + target(plan));
    if (!start.isResumed()) {
      start.manifest().notes().stream().map(note -> "note: " + note).forEach(lines::add);
    }
    if (start.isResumed()) {
      lines.add("resumed: " + start.recorded().launches() + " launches are kept; the launches from now on may take "
          + Format.seconds(start.budget()));
    }
    if (plan.isCold()) {
      lines.add("page cache: cold, each launch reads its files from the disk");
    }
    lines.add(controls(record.running()));
    if (plan.sparse() != null) {
      lines.add(sparseArms(plan.sparse()).orElse(String.format(Locale.ROOT,
          "arms that take more than %s times as long as their baseline in the warm-up, with no other arm within %s"
              + " times, are launched in every %s block only",
          Format.upTo(3, plan.sparse().factor()), Format.upTo(3, plan.sparse().apart()),
          Format.ordinal(plan.sparse().every()))));
    }
    if (plan.scenarios() != null && plan.part().index() == 1) {
      lines.add(plan.scenarios()
          .stream()
          .map(scenario -> scenario.id() + " " + scenario.blocks())
          .collect(Collectors.joining(", ", "scenarios after the launches, with their blocks for each fixture: ", "")));
    }
    record.planned()
        .stream()
        .filter(arm -> record.whyNotRun(arm) != null)
        .map(arm -> "not run: " + arm.id() + " " + record.whyNotRun(arm))
        .distinct()
        .forEach(lines::add);
    return lines;
  }

  /** Empty if there are no sparse arms. */
  static Optional<String> sparseArms(Manifest.Sparse sparse) {
    if (sparse.arms() == null || sparse.arms().isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> fixtures = sparse.arms()
        .stream()
        .collect(Collectors.toMap(ArmKey::arm, ArmKey::fixture, (all, next) -> all + ", " + next, LinkedHashMap::new));
    return fixtures.entrySet()
        .stream()
        .map(arm -> arm.getKey() + " (" + arm.getValue() + ")")
        .reduce((all, next) -> all + "; " + next)
        .map(arms -> "launched in every " + Format.ordinal(sparse.every())
            + " block only, because of their time in the warm-up: " + arms);
  }

  private static String shard(Manifest.Plan plan) {
    return plan.shard() == null
        ? ""
        : "; this is shard " + plan.shard().index() + " of " + plan.shard().of() + ", of a plan with " + plan.blocks();
  }

  private static String target(Manifest.Plan plan) {
    return plan.targetCi() == null
        ? ""
        : String.format(Locale.ROOT, " or, from block %d on, until every ratio is known to %s %%",
            BlockLoop.LEAST_BLOCKS_FOR_TARGET, Format.upTo(3, 100 * plan.targetCi()));
  }

  private static String controls(List<PlannedArm> running) {
    List<Arm.Control> controls = running.stream().map(PlannedArm::control).filter(control -> control != null).toList();
    if (controls.isEmpty()) {
      return "controls: none; the run cannot check itself";
    }
    String busy = controls.stream()
        .filter(control -> control.kind().equals(Arm.Control.BUSY))
        .map(Announcement::delay)
        .distinct()
        .collect(Collectors.joining(", "));
    long same = controls.stream().filter(control -> control.kind().equals(Arm.Control.AA)).count();
    return "controls: the baseline under another name " + (same == 1 ? "once" : same + " times")
        + (busy.isEmpty() ? "" : ", and with a known delay: " + busy);
  }

  private static String delay(Arm.Control control) {
    return control.busyNs() == null
        ? "+" + Format.upTo(3, control.busyPermille() / 10.0) + " %"
        : "+" + Format.upTo(3, control.busyNs() / Format.NS_PER_MS) + " ms";
  }
}
