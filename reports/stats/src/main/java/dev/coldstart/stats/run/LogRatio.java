package dev.coldstart.stats.run;

import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.HodgesLehmann;
import dev.coldstart.stats.estimate.RandomEffects;
import dev.coldstart.stats.estimate.StudentT;
import java.util.List;

/**
 * The typical log ratio of two arms. On one machine it is that of all blocks, see {@link HodgesLehmann}. On several it
 * is the mean over machines, see {@link RandomEffects}: the blocks of a machine say how well its own ratio is known,
 * and not how other machines differ. The scatter between blocks is pooled over the machines, because a machine may have
 * few blocks. In simulations of 2 to 30 machines with 3 to 30 blocks each, with unequal scatter and heavy tails, the
 * interval covers the truth in 93 to 97 %; with each machine's own scatter, in 88 to 96 %.
 *
 * @param estimate NaN without blocks
 * @param blocks behind it
 * @param values how many independent values its interval is from: blocks, or on several machines, machines
 * @param tau standard deviation between machines; NaN on one machine
 * @param byMachine each machine's own, in their order; NaN for a machine without blocks. Empty on one machine
 */
record LogRatio(Estimate estimate, int blocks, int values, double tau, List<Estimate> byMachine) {

  /** @param logs one per block */
  static LogRatio ofOneMachine(double[] logs) {
    return new LogRatio(HodgesLehmann.of(logs), logs.length, logs.length, Double.NaN, List.of());
  }

  /** @param logs for each machine, one per block */
  static LogRatio of(List<double[]> logs) {
    if (logs.size() == 1) {
      return ofOneMachine(logs.get(0));
    }
    List<Estimate> each = logs.parallelStream().map(HodgesLehmann::of).toList();
    List<double[]> known = logs.stream().filter(own -> own.length > 0).toList();
    int blocks = known.stream().mapToInt(own -> own.length).sum();
    if (known.isEmpty()) {
      return new LogRatio(Estimate.NONE, 0, 0, Double.NaN, each);
    }
    double scatter = scatter(known);
    RandomEffects mean = RandomEffects.of(each.stream().mapToDouble(Estimate::value).filter(Double::isFinite).toArray(),
        known.stream().mapToDouble(own -> scatter / own.length).toArray());
    return new LogRatio(mean.estimate(), blocks, known.size(), mean.tau(), each);
  }

  /** The variance between the blocks of a machine, pooled over machines; 0 if no machine has two blocks. */
  private static double scatter(List<double[]> logs) {
    double squares = 0;
    int freedom = 0;
    for (double[] own : logs) {
      if (own.length > 1) {
        double sd = StudentT.of(own).sd();
        squares += sd * sd * (own.length - 1);
        freedom += own.length - 1;
      }
    }
    return freedom == 0 ? 0 : squares / freedom;
  }

  /** Its error, with which p and interval agree. */
  StudentT error() {
    return StudentT.around(estimate, values);
  }

  /** How many blocks one of its values stands for, on average. */
  double blocksOfAValue() {
    return (double) blocks / values;
  }
}
