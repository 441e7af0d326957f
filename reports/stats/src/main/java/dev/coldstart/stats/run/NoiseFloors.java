package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.RunData;
import dev.coldstart.stats.estimate.Bootstrap;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.References.Group;
import java.util.HashMap;
import java.util.Map;

/**
 * How far two arms that run the same command may seem to differ: the end of the A/A arm's interval that is further from
 * 1. A margin below it would call noise a difference.
 */
final class NoiseFloors {

  private final Map<Group, Double> floors = new HashMap<>();

  NoiseFloors(RunData run, Bootstrap bootstrap) {
    References references = new References(run);
    for (ArmLaunches arm : run.arms()) {
      if (arm.arm().isControl() && arm.arm().control().kind().equals(Arm.Control.AA)) {
        references.of(arm.arm()).ifPresent(reference -> add(arm, reference, bootstrap));
      }
    }
  }

  private void add(ArmLaunches arm, ArmLaunches reference, Bootstrap bootstrap) {
    Estimate ratio = bootstrap.ratioOf(Pairs.ofFirstResponses(arm, reference).logRatios());
    if (ratio.hasInterval()) {
      floors.merge(Group.of(arm.arm()), ratio.reachFromOne(), Math::max);
    }
  }

  /** The margin for an arm: the declared one where the group's floor is lower, or not known. */
  double margin(Arm arm, double declared) {
    return Math.max(declared, floors.getOrDefault(Group.of(arm), 0.0));
  }
}
