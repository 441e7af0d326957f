package dev.coldstart.validation.estimate;

import dev.coldstart.record.Arm.Control;
import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.text.Format;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.HodgesLehmann;
import dev.coldstart.stats.estimate.Medians;
import dev.coldstart.stats.estimate.StudentT;
import dev.coldstart.stats.estimate.Verdict;
import dev.coldstart.stats.estimate.Welch;
import dev.coldstart.stats.run.LogRatios;
import dev.coldstart.stats.run.Pairs;
import dev.coldstart.stats.run.Summary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How often the harness is right if the truth is known. The blocks of one long run, in their order, are cut into groups
 * of n, and each group is analysed like a run of n blocks.
 *
 * @param fixture the id of the only fixture
 * @param blocks number of blocks that were cut into groups
 * @param leftOut counted blocks in which one of the four arms has no counted launch
 * @param addedPart the delay of the longer arm, as a fraction of its time: 0.05 is 5 %
 * @param addedMs the delay of the later arm
 * @param same the A/A arm's ratio over all blocks; without noise 1
 * @param longer the longer arm's ratio over all blocks; without noise 1 plus {@code addedPart}
 * @param laterMs how much later the later arm responds, over all blocks; without noise {@code addedMs}
 * @param sd standard deviation of the logarithm of one block's A/A ratio
 * @param ratioLag1 correlation of that logarithm with the next block's; NaN if all are equal
 * @param timeLag1 the same for the baseline's own times: the machine's drift, which pairing removes
 * @param at the results by n
 */
public record Validation(String fixture, int blocks, int leftOut, double addedPart, double addedMs, Estimate same,
    Estimate longer, Estimate laterMs, double sd, double ratioLag1, double timeLag1, List<At> at) {

  /** From the smallest to the largest preset's blocks, about evenly spaced on a logarithmic scale. */
  public static final List<Integer> BLOCKS = List.of(10, 15, 20, 30, 40, 60, 80, 100, 150, 300);

  /** How often the smallest detectable difference is found, as a fraction of 1. */
  public static final double POWER = 0.90;

  private static final double PERMILLE = 1e3;
  /**
   * The results with n blocks per comparison.
   *
   * @param blocks n
   * @param comparisons number of groups of n blocks
   * @param falsePositives A/A comparisons whose interval excludes 1
   * @param found comparisons of the longer arm whose interval excludes 1
   * @param saidSlower comparisons that a run without other arms would call slower: the whole interval lies above the
   * margin
   * @param covered intervals of the later arm's delay that contain the true delay
   * @param reach median over the A/A comparisons of the interval's reach to either side, as a fraction of the ratio
   * @param detectable smallest true difference that is found, see {@link #detectable(int)}
   * @param detectableSlower smallest true difference for which as many intervals lie completely above the margin
   * @param unpairedFalsePositives the same launches analysed without blocks, see {@link #unpaired}
   * @param unpairedFound found without blocks
   * @param unpairedReach reach without blocks
   */
  public record At(int blocks, int comparisons, Proportion falsePositives, Proportion found, Proportion saidSlower,
      Proportion covered, double reach, double detectable, double detectableSlower, Proportion unpairedFalsePositives,
      Proportion unpairedFound, double unpairedReach) {}

  /** The estimates of one group. */
  private record Comparison(Estimate same, Estimate longer, Estimate laterMs, Estimate sameUnpaired,
      Estimate longerUnpaired) {}

  /**
   * For a run with a control of each kind, and groups of each of these numbers of blocks.
   *
   * @throws RunFormatException if the run has no such controls
   */
  public static Validation of(RunData run, List<Integer> groupBlocks) {
    Arms arms = Arms.of(run);
    int blocks = arms.blocks();
    if (blocks < HodgesLehmann.LEAST_VALUES) {
      throw new RunFormatException(
          "run " + run.folder().path() + " has " + blocks + " blocks in which every arm has a valid launch; at least "
              + HodgesLehmann.LEAST_VALUES + " are needed for a comparison, and some thousands for a validation");
    }
    double[] logs = Pairs.of(arms.same(), arms.baseline()).logRatios();
    double addedMs = arms.later().arm().control().busyNs() / Format.NS_PER_MS;
    double sd = StudentT.of(logs).sd();
    Comparison all = compare(arms);
    return new Validation(arms.baseline().arm().fixture(), blocks, arms.leftOut(),
        arms.longer().arm().control().busyPermille() / PERMILLE, addedMs, all.same(), all.longer(), all.laterMs(), sd,
        lag1(logs), lag1(logs(arms.baseline())),
        groupBlocks.stream()
            .filter(n -> n >= HodgesLehmann.LEAST_VALUES && n <= blocks)
            .map(n -> at(n, arms, addedMs, detectable(scatter(all.longer(), blocks), n)))
            .toList());
  }

  private static At at(int n, Arms arms, double addedMs, double detectable) {
    List<Comparison> groups =
        IntStream.range(0, arms.blocks() / n).parallel().mapToObj(i -> compare(arms.part(i * n, (i + 1) * n))).toList();
    return new At(n, groups.size(), seen(groups, group -> group.same().excludes(1)),
        seen(groups, group -> group.longer().excludes(1)),
        seen(groups, group -> Verdict.of(group.longer(), Summary.MARGIN) == Verdict.SLOWER),
        seen(groups, group -> !group.laterMs().excludes(addedMs)),
        Medians.median(groups.stream().mapToDouble(group -> reach(group.same())).toArray()), detectable,
        beyond(Summary.MARGIN, detectable), seen(groups, group -> group.sameUnpaired().excludes(1)),
        seen(groups, group -> group.longerUnpaired().excludes(1)),
        Medians.median(groups.stream().mapToDouble(group -> reach(group.sameUnpaired())).toArray()));
  }

  private static Comparison compare(Arms arms) {
    ArmLaunches baseline = arms.baseline();
    LogRatios logRatios = new LogRatios(List.of(baseline, arms.same(), arms.longer()));
    return new Comparison(HodgesLehmann.ratioOf(logRatios.of(arms.same(), baseline)),
        HodgesLehmann.ratioOf(logRatios.of(arms.longer(), baseline)),
        HodgesLehmann.of(Pairs.of(arms.later(), baseline).differencesMs()), unpaired(arms.same(), baseline),
        unpaired(arms.longer(), baseline));
  }

  /**
   * The analysis of other harnesses: the ratio of two independent samples, each as if the machine's speed had been
   * constant. For interleaved launches it is correct but wide, because drift between blocks counts as noise.
   */
  private static Estimate unpaired(ArmLaunches arm, ArmLaunches baseline) {
    Welch logs = Welch.of(StudentT.of(logs(baseline)), StudentT.of(logs(arm)));
    return logs.interval(Estimate.ALPHA).map(Math::exp);
  }

  private static double[] logs(ArmLaunches arm) {
    return DoubleStream.of(Launch.valuesMs(arm.launches(), Launch::firstResponseNs)).map(Math::log).toArray();
  }

  /**
   * The smallest true difference that n blocks find in 90 % of runs, at the 95 % level.
   *
   * <p>A difference d of log ratios is found if its estimate, which scatters by sd / sqrt(n), is more than t(0.975)
   * times that away from 0. So the probability is 90 % if d = (t(0.975) + t(0.90)) sd / sqrt(n), with n - 1 degrees of
   * freedom: the usual formula for the size of a paired sample, with t instead of z for few blocks.
   *
   * @param n blocks, at least 2
   * @return as a fraction of the baseline: 0.05 is 5 %
   */
  public double detectable(int n) {
    return detectable(scatter(longer, blocks), n);
  }

  /** Standard deviation of the log ratio of one block, derived from the interval over all blocks. */
  private static double scatter(Estimate ratio, int blocks) {
    return StudentT.around(ratio.map(Math::log), blocks).sd();
  }

  static double detectable(double sd, int n) {
    TDistribution t = TDistribution.of(n - 1);
    return Math.expm1((t.inverseCumulativeProbability(1 - Estimate.ALPHA / 2) + t.inverseCumulativeProbability(POWER))
        * sd / Math.sqrt(n));
  }

  /**
   * The smallest true difference whose whole interval lies above the margin as often as the detectable one is found.
   */
  public static double beyond(double margin, double detectable) {
    return (1 + margin) * (1 + detectable) - 1;
  }

  /** Correlation of each value with the next; NaN if all are equal. */
  private static double lag1(double[] values) {
    StudentT all = StudentT.of(values);
    double together = 0;
    for (int i = 1; i < values.length; i++) {
      together += (values[i] - all.mean()) * (values[i - 1] - all.mean());
    }
    return together / (all.sd() * all.sd() * (values.length - 1));
  }

  /** The interval's reach to either side of the ratio, as a fraction of the ratio; NaN without an interval. */
  private static double reach(Estimate ratio) {
    return Math.sqrt(ratio.high() / ratio.low()) - 1;
  }

  private static <T> Proportion seen(List<T> groups, Predicate<T> what) {
    return new Proportion((int) groups.stream().filter(what).count(), groups.size());
  }

  /** The result with this many blocks per comparison; null if the run has too few blocks. */
  public At at(int n) {
    return at.stream().filter(found -> found.blocks() == n).findFirst().orElse(null);
  }

  /** The requirements on the harness and its results with this many blocks; empty if the run has too few blocks. */
  public List<ValidationBar> bars(int n) {
    At found = at(n);
    return found == null
        ? List.of()
        : List.of(new ValidationBar(ValidationBar.Kind.FALSE_POSITIVES, 0.05, found.falsePositives()),
            new ValidationBar(ValidationBar.Kind.FOUND, 0.90, found.found()),
            new ValidationBar(ValidationBar.Kind.COVERED, 0.95, found.covered()));
  }

  /**
   * The four arms of a validation: the baseline, its A/A arm, and the baseline with each of two known delays. Each has
   * only its launches in the blocks that count for all four, in block order.
   *
   * @param leftOut counted blocks that do not count for all four
   */
  private record Arms(ArmLaunches baseline, ArmLaunches same, ArmLaunches longer, ArmLaunches later, int leftOut) {

    private static final String EXPECTED =
        "a run needs one baseline with a control of each kind, on one fixture, profile and JDK, as made by:"
            + " scripts/validation measure --fixture <control fixture> --runtime <baseline's> --inject 5";

    int blocks() {
      return baseline.launches().size();
    }

    /** As if the run had only these blocks. */
    Arms part(int from, int to) {
      return new Arms(part(baseline, from, to), part(same, from, to), part(longer, from, to), part(later, from, to), 0);
    }

    private static ArmLaunches part(ArmLaunches arm, int from, int to) {
      return new ArmLaunches(arm.arm(), arm.launches().subList(from, to), Set.of());
    }

    /** @throws RunFormatException if one of them is missing or occurs more than once */
    static Arms of(RunData run) {
      List<ArmLaunches> injected =
          run.arms().stream().filter(a -> isControl(a.arm(), c -> c.busyPermille() != null)).toList();
      if (injected.size() != 1) {
        throw new RunFormatException(name(run) + " has " + (injected.isEmpty() ? "no arm" : injected.size() + " arms")
            + " with a delay in percent of its time; " + EXPECTED);
      }
      Arm like = injected.get(0).arm();
      List<ArmLaunches> all = List.of(only(run, like, "baseline", Arm::baseline), only(run, like, "A/A arm", Arm::isAa),
          injected.get(0), only(run, like, "arm with a delay in ms", arm -> isControl(arm, c -> c.busyNs() != null)));
      Map<Integer, Long> arms = all.stream()
          .flatMap(arm -> arm.counted().stream().map(Launch::block).distinct())
          .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
      List<ArmLaunches> whole = all.stream()
          .map(arm -> new ArmLaunches(arm.arm(),
              List.copyOf(arm.counted()
                  .stream()
                  .filter(launch -> arms.get(launch.block()) == all.size())
                  .collect(Collectors.toMap(Launch::block, Function.identity(), (one, again) -> one, TreeMap::new))
                  .values()),
              Set.of()))
          .toList();
      return new Arms(whole.get(0), whole.get(1), whole.get(2), whole.get(3),
          arms.size() - whole.get(0).launches().size());
    }

    private static boolean isControl(Arm arm, Predicate<Control> kind) {
      return arm.control() != null && kind.test(arm.control());
    }

    private static ArmLaunches only(RunData run, Arm like, String what, Predicate<Arm> wanted) {
      List<ArmLaunches> found =
          run.arms().stream().filter(a -> a.arm().isBeside(like) && wanted.test(a.arm())).toList();
      if (found.size() != 1) {
        throw new RunFormatException(name(run) + " has " + found.size() + " times the " + what + " of fixture "
            + like.fixture() + ", profile " + like.profile() + ", " + like.jdk() + "; " + EXPECTED);
      }
      return found.get(0);
    }

    private static String name(RunData run) {
      return "run " + run.folder().path();
    }
  }
}
