package dev.coldstart.stats;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Counter;
import dev.coldstart.record.Launch;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.RunData;
import dev.coldstart.record.text.Format;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Says of each arm where it spends what it takes longer than its baseline. */
final class Excesses {

  private Excesses() {}

  /** In the manifest's order; without controls, baselines and arms that share no block with their baseline. */
  static List<Excess> of(RunData run) {
    References references = new References(run);
    return run.arms()
        .parallelStream()
        .filter(arm -> !arm.arm().isControl() && !arm.arm().baseline())
        .flatMap(arm -> references.of(arm.arm()).flatMap(baseline -> of(arm, baseline)).stream())
        .toList();
  }

  private static Optional<Excess> of(ArmLaunches arm, ArmLaunches baseline) {
    BlockMatch match = BlockMatch.of(arm, baseline);
    if (match.blocks() == 0) {
      return Optional.empty();
    }
    return Optional.of(new Excess(arm.arm(), baseline.arm(), match.blocks(),
        inMs(differences(match, launch -> launch.value(Launch::firstResponseNs))), phasesMs(arm.arm(), match),
        differences(match, launch -> launch.value(Counter.CLASSES_LOADED)).value(),
        differences(match, Excesses::notArchived).value(), Counters.of(arm)));
  }

  private static Map<String, Double> phasesMs(Arm arm, BlockMatch match) {
    Map<String, Double> phases = new LinkedHashMap<>();
    for (String phase : PhasesNs.NAMES) {
      if (!arm.fused().containsKey(phase)) {
        double moreNs =
            median(match.blocks(), i -> moreNs(arm, phase, match.arm().get(i), match.other().get(i))).value();
        phases.put(phase, moreNs / Format.NS_PER_MS);
      }
    }
    return phases;
  }

  /** In one block; NaN where the arm's launch does not tell. */
  private static double moreNs(Arm arm, String phase, Launch own, Launch other) {
    double baseline = 0;
    for (String name : PhasesNs.NAMES) {
      double tookNs = other.value(launch -> launch.phaseNs(name));
      // Absent is what the baseline fuses: its time is in another phase, where it is counted.
      if (!Double.isNaN(tookNs) && arm.fused().getOrDefault(name, name).equals(phase)) {
        baseline += tookNs;
      }
    }
    return own.value(launch -> launch.phaseNs(phase)) - baseline;
  }

  private static double notArchived(Launch launch) {
    return launch.value(Counter.CLASSES_LOADED) - launch.value(Counter.CLASSES_FROM_ARCHIVE);
  }

  private static Estimate differences(BlockMatch match, ToDoubleFunction<Launch> number) {
    return median(match.blocks(),
        i -> number.applyAsDouble(match.arm().get(i)) - number.applyAsDouble(match.other().get(i)));
  }

  private static Estimate median(int blocks, IntToDoubleFunction figure) {
    return Medians.of(IntStream.range(0, blocks).mapToDouble(figure).filter(v -> !Double.isNaN(v)).toArray());
  }

  private static Estimate inMs(Estimate ns) {
    return new Estimate(ns.value() / Format.NS_PER_MS, ns.low() / Format.NS_PER_MS, ns.high() / Format.NS_PER_MS);
  }
}
