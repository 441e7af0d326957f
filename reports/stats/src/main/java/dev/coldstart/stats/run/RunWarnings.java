package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunData;
import dev.coldstart.record.StopRule;
import dev.coldstart.record.text.Format;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a reader must know of how a run went before believing its numbers. */
final class RunWarnings {

  /** The part of the blocks' time that may pass outside children. */
  private static final double OUTSIDE = 0.05;

  /** Rules that end a run because it has what it was to have. */

  private RunWarnings() {}

  static List<String> of(RunData run, RunEffort conduct) {
    List<String> warnings = new ArrayList<>();
    ending(run.manifest(), warnings);
    warnings.addAll(run.manifest().notes());
    invalid(run, warnings);
    conduct(conduct, warnings);
    warnings.addAll(GuardWarnings.of(run));
    withoutBaseline(run, warnings);
    return warnings;
  }

  private static void ending(Manifest manifest, List<String> warnings) {
    if (manifest.endedAt() == null) {
      warnings.add("the run has no end: it was killed, or is still going");
    } else if (!StopRule.of(manifest.stoppedBy()).map(StopRule::isComplete).orElse(false)) {
      warnings.add("the run ended before its last block: " + manifest.stoppedBy());
    }
  }

  private static void invalid(RunData run, List<String> warnings) {
    int count = run.arms().stream().mapToInt(arm -> arm.invalid().size()).sum();
    if (count > 0) {
      Launch first = run.arms().stream().flatMap(arm -> arm.invalid().stream()).findFirst().orElseThrow();
      warnings.add(count + (count == 1 ? " launch is" : " launches are") + " invalid and not counted; first: "
          + first.arm() + " of " + first.fixture() + ", block " + first.block() + ": " + first.reason());
    }
  }

  private static void conduct(RunEffort conduct, List<String> warnings) {
    if (conduct.againBlocks() > 0) {
      warnings.add(Format.count(conduct.againBlocks(), "block was", "blocks were")
          + " run again by rules that do not look at times; first: " + conduct.again().get(0).reason());
    }
    if (conduct.outsidePart() > OUTSIDE) {
      warnings.add("no child lived in " + Wording.percent(conduct.outsidePart())
          + " of the blocks' time, and the harness may take " + Wording.percent(OUTSIDE));
    }
  }

  private static void withoutBaseline(RunData run, List<String> warnings) {
    References references = new References(run);
    Set<String> alone = new LinkedHashSet<>();
    for (ArmLaunches launches : run.arms()) {
      Arm arm = launches.arm();
      if (arm.ran() && !arm.baseline() && references.of(arm).isEmpty()) {
        alone.add(Wording.name(arm));
      }
    }
    alone.forEach(arm -> warnings.add("no baseline of the same fixture, profile and JDK, so no ratio: " + arm));
  }
}
