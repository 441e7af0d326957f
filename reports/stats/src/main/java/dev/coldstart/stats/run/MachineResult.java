package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Merged;
import dev.coldstart.record.RunData;
import dev.coldstart.stats.estimate.Estimate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One machine of a run that was measured on several.
 *
 * @param number from 1
 * @param shards the numbers of those that it made
 * @param blocks of all fixtures, that count
 * @param arms in the manifest's order, without controls and arms that have no counted launch on this machine
 */
public record MachineResult(int number, Manifest.Machine machine, List<Integer> shards, int blocks, List<OfArm> arms) {

  /**
   * An arm on this machine.
   *
   * @param typicalMs geometric mean of its own launches; for an arm that is compared, its baseline's times the ratio
   * @param ratio to the baseline; 1 without an interval for the baseline itself; NaN if there is none
   */
  public record OfArm(Arm arm, double typicalMs, Estimate ratio) {}

  /**
   * Between machines.
   *
   * @param part the standard deviation of an arm's ratios between machines, as a fraction of the ratio, without what
   * chance adds to each
   * @param machines how many have the arm
   */
  public record Spread(Arm arm, double part, int machines) {}

  /**
   * Those of a run.
   *
   * @param each in their order; empty if the run is of one machine
   * @param spreads in the order of the manifest's arms; without arms that fewer than two machines have
   */
  public record All(List<MachineResult> each, List<Spread> spreads) {

    public static final All NONE = new All(List.of(), List.of());

    public boolean areSeveral() {
      return !each.isEmpty();
    }

    /** How an arm's ratio differs between machines. Empty if fewer than two have it. */
    public Optional<Spread> spread(ArmKey arm) {
      return spreads.stream().filter(spread -> spread.arm().key().equals(arm)).findFirst();
    }
  }

  static All of(Machines machines) {
    return machines.areSeveral() ? new All(each(machines), spreads(machines)) : All.NONE;
  }

  private static List<MachineResult> each(Machines machines) {
    Merged merged = machines.run().manifest().merged();
    return IntStream.range(0, machines.parts().size()).parallel().mapToObj(i -> {
      RunData part = machines.parts().get(i);
      List<OfArm> arms = part.arms()
          .stream()
          .filter(arm -> !arm.arm().isControl() && !arm.counted().isEmpty())
          .map(arm -> arm(arm, machines, i))
          .toList();
      return new MachineResult(i + 1, merged.machines().get(i), merged.shardsOf(i + 1), RunEffort.standing(part).size(),
          arms);
    }).toList();
  }

  private static OfArm arm(ArmLaunches launches, Machines machines, int machine) {
    Arm arm = launches.arm();
    double ownMs = ArmSummary.geometricMeanMs(launches);
    if (arm.baseline()) {
      return new OfArm(arm, ownMs, Estimate.withoutInterval(1));
    }
    return new References(machines.parts().get(machine)).of(arm).map(baseline -> {
      Estimate ratio = machines.typical(arm, baseline.arm()).byMachine().get(machine).map(Math::exp);
      return new OfArm(arm, Double.isNaN(ratio.value()) ? ownMs : ArmSummary.geometricMeanMs(baseline) * ratio.value(),
          ratio);
    }).orElse(new OfArm(arm, ownMs, Estimate.NONE));
  }

  private static List<Spread> spreads(Machines machines) {
    return new References(machines.run()).each(arm -> !arm.isControl() && !arm.baseline(), (arm, baseline) -> {
      LogRatio logRatio = machines.typical(arm.arm(), baseline.arm());
      return new Spread(arm.arm(), Math.expm1(logRatio.tau()), logRatio.values());
    }).filter(spread -> spread.machines() > 1).toList();
  }
}
