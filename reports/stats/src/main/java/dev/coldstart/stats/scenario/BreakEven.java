package dev.coldstart.stats.scenario;

import dev.coldstart.record.Arm;
import dev.coldstart.stats.estimate.BlockBootstrap;
import dev.coldstart.stats.estimate.Estimate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Mean;

/**
 * From which call on an arm is ahead of another of its fixture, profile and JDK, both counted from their spawn.
 *
 * @param arm the one whose first response is later
 * @param against the one whose first response is earlier
 * @param blocks in which both have a launch that counts
 * @param calls how many calls each of these launches made: of what comes after them, nothing is said
 * @param atCall the first call from whose end on, to the last one measured, the arm's mean time so far is below the
 * other's; infinite where that is not reached within the calls, in either end of the interval too
 * @param everAhead whether it is below the other's after any call, be it for a while
 */
public record BreakEven(Arm arm, Arm against, int blocks, int calls, Estimate atCall, boolean everAhead) {

  /** Whether the arm overtakes within the calls measured. */
  public boolean isReached() {
    return Double.isFinite(atCall.value());
  }

  /** Of each two arms of one fixture, profile and JDK that count in a block together. */
  static List<BreakEven> of(List<CallTotals> arms, BlockBootstrap bootstrap) {
    return IntStream.range(0, arms.size())
        .boxed()
        .flatMap(i -> arms.subList(i + 1, arms.size())
            .stream()
            .filter(other -> other.arm().isBeside(arms.get(i).arm()))
            .flatMap(other -> between(arms.get(i), other, bootstrap).stream()))
        .toList();
  }

  private static Optional<BreakEven> between(CallTotals one, CallTotals other, BlockBootstrap bootstrap) {
    List<Integer> blocks = one.byBlock().keySet().stream().filter(other.byBlock()::containsKey).toList();
    int calls = Math.min(one.calls(blocks), other.calls(blocks));
    if (calls == 0) {
      return Optional.empty();
    }
    boolean later = Mean.of(leads(one, other, blocks, 1)[0]).getAsDouble() >= 0;
    CallTotals arm = later ? one : other;
    CallTotals against = later ? other : one;
    double[][] leads = leads(arm, against, blocks, calls);
    return Optional.of(new BreakEven(arm.arm(), against.arm(), blocks.size(), calls,
        bootstrap.of(blocks.size(), drawn -> firstAhead(leads, drawn)),
        Stream.of(leads).anyMatch(lead -> Mean.of(lead).getAsDouble() < 0)));
  }

  /** By how much the other is ahead after each call, in ns, in each block. */
  private static double[][] leads(CallTotals arm, CallTotals other, List<Integer> blocks, int calls) {
    double[][] leads = new double[calls][blocks.size()];
    for (int b = 0; b < blocks.size(); b++) {
      double[] armNs = arm.totalsNs(blocks.get(b), calls);
      double[] otherNs = other.totalsNs(blocks.get(b), calls);
      for (int call = 0; call < calls; call++) {
        leads[call][b] = armNs[call] - otherNs[call];
      }
    }
    return leads;
  }

  /** From the last call backwards: what happens before the arm falls back again is no break-even. */
  private static double firstAhead(double[][] leads, int[] drawn) {
    int ahead = leads.length;
    while (ahead > 0 && sum(leads[ahead - 1], drawn) < 0) {
      ahead--;
    }
    return ahead == leads.length ? Double.POSITIVE_INFINITY : ahead + 1;
  }

  private static double sum(double[] leads, int[] drawn) {
    double sum = 0;
    for (int block : drawn) {
      sum += leads[block];
    }
    return sum;
  }
}
