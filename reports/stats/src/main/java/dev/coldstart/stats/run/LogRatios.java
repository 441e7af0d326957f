package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How two arms compare in each block in which both count. An arm's A/A arms run the same command, from a cache of their
 * own where there is one: each of their launches is one more of it, so that a block's time of the arm is the geometric
 * mean of them all. In 3,000 measured blocks a second launch of the baseline leaves 0.62 to 0.73 of the variance.
 *
 * <p>An A/A arm itself is compared launch by launch: it would else be on both sides.
 *
 * @param all arms of a run, those of the controls among them
 */
public record LogRatios(List<ArmLaunches> all) {

  /** Of the first responses, one a block. */
  public double[] of(ArmLaunches arm, ArmLaunches other) {
    return of(arm, other, Launch::firstResponseNs);
  }

  /** Of any time. A block in which either has none that is positive is left out. */
  double[] of(ArmLaunches arm, ArmLaunches other, Function<Launch, Long> ns) {
    boolean again = !arm.arm().isAa() && !other.arm().isAa();
    Map<Integer, Double> ofArm = logs(arm, again, ns);
    Map<Integer, Double> ofOther = logs(other, again, ns);
    return ofArm.entrySet()
        .stream()
        .filter(block -> ofOther.containsKey(block.getKey()))
        .mapToDouble(block -> block.getValue() - ofOther.get(block.getKey()))
        .toArray();
  }

  /** By block, in their order. @param again whether with the launches of its A/A arms; a control has none */
  private Map<Integer, Double> logs(ArmLaunches launches, boolean again, Function<Launch, Long> ns) {
    Arm arm = launches.arm();
    Stream<ArmLaunches> aa =
        all.stream().filter(other -> again && !arm.isControl() && other.arm().isAa() && other.arm().repeats(arm));
    return Stream.concat(Stream.of(launches), aa)
        .flatMap(same -> same.counted().stream())
        .filter(launch -> launch.value(ns) > 0)
        .collect(Collectors.groupingBy(Launch::block, TreeMap::new,
            Collectors.averagingDouble(launch -> Math.log(launch.value(ns)))));
  }
}
