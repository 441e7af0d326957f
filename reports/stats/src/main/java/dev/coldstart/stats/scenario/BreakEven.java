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
 * The call from which an arm is ahead of another of its fixture, profile and JDK, both counted from their spawn.
 *
 * @param arm the one whose first response is later
 * @param against the one whose first response is earlier
 * @param blocks in which both have a counted launch
 * @param calls number of calls that each of these launches made; later calls are unknown
 * @param atCall the first call after which the arm's mean total time is below the other's and stays so to the last
 * measured call; infinite if that is not reached within the calls, also at either end of the interval
 * @param everAhead whether its mean total time is below the other's after any call, even if only for a while
 */
public record BreakEven(Arm arm, Arm against, int blocks, int calls, Estimate atCall, boolean everAhead) {

  /** Whether the arm overtakes within the calls measured. */
  public boolean isReached() {
    return Double.isFinite(atCall.value());
  }

  /** For each two arms of one fixture, profile and JDK that have a counted block in common. */
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

  /** The other arm's lead after each call, in ns, in each block. */
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

  /** Searches backwards from the last call: being ahead does not count if the arm falls behind again later. */
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
