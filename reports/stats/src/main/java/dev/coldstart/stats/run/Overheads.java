package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.LaunchField;
import dev.coldstart.record.Launches;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.RunData;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Medians;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Says of each arm where it spends what it takes longer than its baseline. */
final class Overheads {

  private static final double NS_PER_MS = 1e6;

  /** Of a launch, by its place; NaN where it does not tell. */
  private interface Figure {
    double of(Launches launches, int i);
  }

  private Overheads() {}

  /** In the manifest's order; without controls, baselines and arms that share no block with their baseline. */
  static List<Overhead> of(RunData run) {
    References references = new References(run);
    return run.arms()
        .parallelStream()
        .filter(arm -> !arm.arm().isControl() && !arm.arm().baseline())
        .flatMap(arm -> references.of(arm.arm()).flatMap(baseline -> of(arm, baseline)).stream())
        .toList();
  }

  private static Optional<Overhead> of(ArmLaunches arm, ArmLaunches baseline) {
    BlockMatch match = BlockMatch.of(arm, baseline);
    if (match.blocks() == 0) {
      return Optional.empty();
    }
    return Optional.of(new Overhead(arm.arm(), baseline.arm(), match.blocks(),
        inMs(differences(match, (launches, i) -> launches.value(i, LaunchField.FIRST_RESPONSE_NS))),
        phasesMs(arm.arm(), match),
        differences(match, (launches, i) -> launches.value(i, LaunchField.CLASSES_LOADED)).value(),
        differences(match, Overheads::notArchived).value(), Counters.of(arm)));
  }

  private static Map<String, Double> phasesMs(Arm arm, BlockMatch match) {
    Map<String, Double> phases = new LinkedHashMap<>();
    for (String phase : PhasesNs.NAMES) {
      if (!arm.fused().containsKey(phase)) {
        double moreNs = median(match.blocks(), i -> moreNs(arm, phase, match, i)).value();
        phases.put(phase, moreNs / NS_PER_MS);
      }
    }
    return phases;
  }

  /** In one block; NaN where the arm's launch does not tell. */
  private static double moreNs(Arm arm, String phase, BlockMatch match, int block) {
    double baseline = 0;
    for (int i = 0; i < PhasesNs.NAMES.size(); i++) {
      String name = PhasesNs.NAMES.get(i);
      double tookNs = match.otherValue(block, LaunchField.PHASES.get(i));
      // Absent is what the baseline fuses: its time is in another phase, where it is counted.
      if (!Double.isNaN(tookNs) && arm.fused().getOrDefault(name, name).equals(phase)) {
        baseline += tookNs;
      }
    }
    return match.armValue(block, LaunchField.PHASES.get(PhasesNs.NAMES.indexOf(phase))) - baseline;
  }

  private static double notArchived(Launches launches, int i) {
    return launches.value(i, LaunchField.CLASSES_LOADED) - launches.value(i, LaunchField.CLASSES_FROM_ARCHIVE);
  }

  private static Estimate differences(BlockMatch match, Figure figure) {
    return median(match.blocks(),
        i -> figure.of(match.arm(), match.armAt()[i]) - figure.of(match.other(), match.otherAt()[i]));
  }

  private static Estimate median(int blocks, IntToDoubleFunction figure) {
    return Medians.of(IntStream.range(0, blocks).mapToDouble(figure).filter(v -> !Double.isNaN(v)).toArray());
  }

  private static Estimate inMs(Estimate ns) {
    return new Estimate(ns.value() / NS_PER_MS, ns.low() / NS_PER_MS, ns.high() / NS_PER_MS);
  }
}
