package dev.coldstart.stats.run;

import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.text.Format;
import dev.coldstart.stats.estimate.Medians;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The launches of two arms in the blocks that count for both, in block order. The launches of a block ran within
 * seconds of each other: an effect of the machine on a whole block cancels out in its ratio, and an effect between
 * blocks never reaches the estimate.
 *
 * @param arm element i of both lists is of the same block
 */
public record Pairs(List<Launch> arm, List<Launch> other) {

  public static Pairs of(ArmLaunches arm, ArmLaunches other) {
    Map<Integer, Launch> ofArm = byBlock(arm);
    Map<Integer, Launch> ofOther = byBlock(other);
    List<Integer> both = ofArm.keySet().stream().filter(ofOther::containsKey).sorted().toList();
    return new Pairs(both.stream().map(ofArm::get).toList(), both.stream().map(ofOther::get).toList());
  }

  private static Map<Integer, Launch> byBlock(ArmLaunches launches) {
    return launches.counted().stream().collect(Collectors.toMap(Launch::block, launch -> launch, (one, again) -> one));
  }

  public int blocks() {
    return arm.size();
  }

  /** The median of the blocks' ratios, which one outlier does not move; NaN without blocks. */
  public double medianRatio() {
    return Math.exp(Medians.median(logRatios()));
  }

  /** Log ratios of the first responses. */
  public double[] logRatios() {
    return logRatios(Launch::firstResponseNs);
  }

  /** Skips blocks in which either value is absent. */
  double[] logRatios(Function<Launch, Long> ns) {
    // A value that is not positive has no ratio. For a phase, the reader of the run has warned about it.
    return each(
        (one, two) -> one.value(ns) > 0 && two.value(ns) > 0 ? Math.log(one.value(ns) / two.value(ns)) : Double.NaN);
  }

  /** Differences of the first responses, in ms. */
  public double[] differencesMs() {
    return each((one, two) -> one.firstResponseNs() / Format.NS_PER_MS - two.firstResponseNs() / Format.NS_PER_MS);
  }

  /** Skips blocks in which either value is absent. */
  public double[] differences(Function<Launch, Long> number) {
    return each((one, two) -> one.value(number) - two.value(number));
  }

  /** One value per block, without NaN. */
  double[] each(ToDoubleBiFunction<Launch, Launch> figure) {
    return IntStream.range(0, blocks())
        .mapToDouble(i -> figure.applyAsDouble(arm.get(i), other.get(i)))
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }
}
