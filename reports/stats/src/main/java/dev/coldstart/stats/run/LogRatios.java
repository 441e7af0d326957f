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
 * The log ratios of two arms, one for each block that counts for both. An arm's A/A arms run the same command, with
 * their own cache if it has one. Their launches count as further launches of the arm: its time in a block is the
 * geometric mean of them all. In 3,000 measured blocks a second launch of the baseline reduces the variance to 0.62 to
 * 0.73.
 *
 * <p>An A/A arm itself is compared launch by launch: otherwise it would be on both sides.
 *
 * @param all arms of a run, including the controls
 */
public record LogRatios(List<ArmLaunches> all) {

  /** Log ratios of the first responses, one per block. */
  public double[] of(ArmLaunches arm, ArmLaunches other) {
    return of(arm, other, Launch::firstResponseNs);
  }

  /** Log ratios of any time, without blocks in which either arm has no positive value. */
  public double[] of(ArmLaunches arm, ArmLaunches other, Function<Launch, Long> ns) {
    boolean again = !arm.arm().isAa() && !other.arm().isAa();
    Map<Integer, Double> ofArm = logs(arm, again, ns);
    Map<Integer, Double> ofOther = logs(other, again, ns);
    return ofArm.entrySet()
        .stream()
        .filter(block -> ofOther.containsKey(block.getKey()))
        .mapToDouble(block -> block.getValue() - ofOther.get(block.getKey()))
        .toArray();
  }

  /**
   * Mean logarithm by block, in block order.
   *
   * @param again whether to include the launches of its A/A arms; a control has none
   */
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
