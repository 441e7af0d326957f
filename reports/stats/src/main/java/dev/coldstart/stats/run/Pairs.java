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
 * The launches of two arms in the blocks in which both count, in the blocks' order. A block's launches ran within
 * seconds of each other: what the machine did to a whole block cancels in its ratio; what it did between blocks never
 * reaches the estimate.
 *
 * @param arm element i of both is of the same block
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

  /** The median of the blocks' ratios, which an odd block does not move; NaN when there is no block. */
  public double medianRatio() {
    return Math.exp(Medians.median(logRatios()));
  }

  /** Of the first responses. */
  public double[] logRatios() {
    return logRatios(Launch::firstResponseNs);
  }

  /** A block in which either is absent is left out. */
  double[] logRatios(Function<Launch, Long> ns) {
    // What is not positive has no ratio; of a phase, the run's reader has warned.
    return each(
        (one, two) -> one.value(ns) > 0 && two.value(ns) > 0 ? Math.log(one.value(ns) / two.value(ns)) : Double.NaN);
  }

  /** Of the first responses. */
  public double[] differencesMs() {
    return each((one, two) -> one.firstResponseNs() / Format.NS_PER_MS - two.firstResponseNs() / Format.NS_PER_MS);
  }

  /** A block in which either is absent is left out. */
  public double[] differences(Function<Launch, Long> number) {
    return each((one, two) -> one.value(number) - two.value(number));
  }

  /** One figure a block, without those that are NaN. */
  double[] each(ToDoubleBiFunction<Launch, Launch> figure) {
    return IntStream.range(0, blocks())
        .mapToDouble(i -> figure.applyAsDouble(arm.get(i), other.get(i)))
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }
}
