package dev.coldstart.stats;

import dev.coldstart.results.Arm;
import dev.coldstart.results.ArmLaunches;
import dev.coldstart.results.Launch;
import dev.coldstart.results.PhasesNs;
import dev.coldstart.results.RunData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Says of each arm where it spends what it takes longer than its baseline. */
final class Excesses {

  private static final double NS_PER_MS = 1e6;

  /** Of one block. */
  private record Pair(Launch arm, Launch baseline) {}

  private Excesses() {}

  /** In the manifest's order; without controls, baselines and arms that share no block with their baseline. */
  static List<Excess> of(RunData run) {
    References references = new References(run);
    List<Excess> excesses = new ArrayList<>();
    for (ArmLaunches arm : run.arms()) {
      if (!arm.arm().isControl() && !arm.arm().baseline()) {
        references.of(arm.arm()).flatMap(baseline -> of(arm, baseline)).ifPresent(excesses::add);
      }
    }
    return excesses;
  }

  private static Optional<Excess> of(ArmLaunches arm, ArmLaunches baseline) {
    List<Pair> pairs = pairs(arm, baseline);
    if (pairs.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Excess(
            arm.arm(),
            baseline.arm(),
            pairs.size(),
            inMs(differences(pairs, Launch::firstResponseNs)),
            phasesMs(arm.arm(), pairs),
            differences(pairs, Launch::classesLoaded).value(),
            differences(pairs, Excesses::notArchived).value(),
            Counters.of(arm)));
  }

  private static List<Pair> pairs(ArmLaunches arm, ArmLaunches baseline) {
    Map<Integer, Launch> byBlock = new HashMap<>();
    baseline.counted().forEach(launch -> byBlock.put(launch.block(), launch));
    return arm.counted().stream()
        .filter(launch -> byBlock.containsKey(launch.block()))
        .map(launch -> new Pair(launch, byBlock.get(launch.block())))
        .toList();
  }

  private static Map<String, Double> phasesMs(Arm arm, List<Pair> pairs) {
    Map<String, Double> phases = new LinkedHashMap<>();
    for (String phase : PhasesNs.NAMES) {
      if (!arm.fused().containsKey(phase)) {
        Stream<Double> moreNs = pairs.stream().map(pair -> moreNs(arm, phase, pair)).filter(Objects::nonNull);
        phases.put(phase, Medians.of(moreNs.mapToDouble(ns -> ns).toArray()).value() / NS_PER_MS);
      }
    }
    return phases;
  }

  /** Null where the arm's launch does not tell. */
  private static Double moreNs(Arm arm, String phase, Pair pair) {
    Long own = tookNs(pair.arm(), phase);
    if (own == null) {
      return null;
    }
    double baseline = 0;
    for (String name : PhasesNs.NAMES) {
      Long took = tookNs(pair.baseline(), name);
      // Absent is what the baseline fuses: its time is in another phase, where it is counted.
      if (took != null && arm.fused().getOrDefault(name, name).equals(phase)) {
        baseline += took;
      }
    }
    return own - baseline;
  }

  private static Long tookNs(Launch launch, String phase) {
    return launch.phasesNs().inOrder().get(PhasesNs.NAMES.indexOf(phase));
  }

  private static Long notArchived(Launch launch) {
    return launch.classesLoaded() == null || launch.classesFromArchive() == null
        ? null
        : Long.valueOf(launch.classesLoaded() - launch.classesFromArchive());
  }

  private static Estimate differences(List<Pair> pairs, Function<Launch, Long> field) {
    return Medians.of(
        pairs.stream()
            .filter(pair -> field.apply(pair.arm()) != null && field.apply(pair.baseline()) != null)
            .mapToDouble(pair -> field.apply(pair.arm()) - field.apply(pair.baseline()))
            .toArray());
  }

  private static Estimate inMs(Estimate ns) {
    return new Estimate(ns.value() / NS_PER_MS, ns.low() / NS_PER_MS, ns.high() / NS_PER_MS);
  }
}
