package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Difference;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.RunData;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.HodgesLehmann;
import dev.coldstart.stats.estimate.Holm;
import dev.coldstart.stats.estimate.StudentT;
import dev.coldstart.stats.estimate.Verdict;
import dev.coldstart.stats.estimate.Verdict.Band;
import dev.coldstart.stats.estimate.Welch;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two runs side by side: for each arm that both have, its ratio to the baseline in each run, and the change of that
 * ratio. Times are never compared: another machine, or the same one on another day, changes the times of all arms.
 *
 * @param margin declared, as a fraction of 1
 * @param differences other differences between the runs that may explain a changed ratio; empty if none is known
 * @param arms that both runs compared, in the second run's order
 * @param onlyFirst arms that only the first run compared
 * @param onlySecond arms that only the second run compared
 */
public record RunsCompared(RunData first, RunData second, Summary firstSummary, Summary secondSummary, double margin,
    List<Difference> differences, List<ArmChange> arms, List<Arm> onlyFirst, List<Arm> onlySecond) {

  /**
   * One arm and fixture in two runs.
   *
   * @param before its ratio to the baseline in the first run
   * @param after its ratio to the baseline in the second run
   * @param change the second ratio divided by the first; NaN if the two have different baselines
   * @param p of the difference from the margin, with Holm's correction for all arms of both runs; NaN without an
   * interval
   * @param verdict of the second run against the first: {@link Verdict#FASTER} if its ratio is lower
   * @param smallest the smallest change that these two runs could have detected for the arm, as a fraction of 1: one
   * whose interval, after Holm's correction, just excludes the margin; NaN without an interval
   */
  public record ArmChange(Arm arm, Estimate before, Estimate after, Estimate change, double p, Verdict verdict,
      double smallest) {}

  /** @param logs of the change, on a logarithmic scale; null without an interval */
  private record Measured(Arm arm, Estimate before, Estimate after, Estimate change, Welch logs) {

    double p(double margin) {
      return logs == null ? Double.NaN : logs.p(Band.of(margin).beyond(logs.mean()));
    }

    ArmChange judged(double margin, double adjustedP, int holmStep, boolean trusted) {
      Verdict verdict = trusted ? Verdict.of(change, margin, adjustedP) : Verdict.INCONCLUSIVE;
      double smallest = logs == null
          ? Double.NaN
          : (1 + margin) * Math.exp(logs.interval(Estimate.ALPHA / holmStep).high() - logs.mean()) - 1;
      return new ArmChange(arm, before, after, change, adjustedP, verdict, smallest);
    }
  }

  /** @param margin of the verdicts, as a fraction of 1 */
  public static RunsCompared of(RunData first, RunData second, double margin) {
    return of(first, second, Summary.of(second, margin));
  }

  /** @param after summary of the second run, whose declared margin is used */
  public static RunsCompared of(RunData first, RunData second, Summary after) {
    double margin = after.margin();
    Summary before = Summary.of(first, margin);
    List<ArmSummary> firstArms = compared(before);
    List<ArmSummary> secondArms = compared(after);
    List<Measured> measured = secondArms.stream()
        .flatMap(
            arm -> find(firstArms, arm.arm()).map(same -> measured(first, second, before, after, same, arm)).stream())
        .toList();
    double[] p = measured.stream().mapToDouble(one -> one.p(margin)).toArray();
    double[] adjusted = Holm.adjusted(p);
    boolean trusted = areTrusted(before, after);
    List<ArmChange> changes = IntStream.range(0, adjusted.length)
        .mapToObj(i -> measured.get(i).judged(margin, adjusted[i], Holm.step(p, p[i]), trusted))
        .toList();
    return new RunsCompared(first, second, before, after, margin,
        Difference.between(first.manifest(), second.manifest()).stream().filter(RunsCompared::mayMatter).toList(),
        changes, without(firstArms, secondArms), without(secondArms, firstArms));
  }

  /** Whether both runs are trusted; otherwise every verdict is inconclusive. */
  public boolean isTrusted() {
    return areTrusted(firstSummary, secondSummary);
  }

  /** Whether no arm has a ratio to the same baseline in both runs. */
  public boolean isEmpty() {
    return arms.stream().allMatch(arm -> Double.isNaN(arm.change().value()));
  }

  private static boolean areTrusted(Summary one, Summary other) {
    return one.status().isTrusted() && other.status().isTrusted();
  }

  private static List<ArmSummary> compared(Summary summary) {
    return summary.arms()
        .stream()
        .filter(arm -> !arm.arm().isControl() && !arm.arm().baseline() && Double.isFinite(arm.ratio().value()))
        .toList();
  }

  private static Optional<ArmSummary> find(List<ArmSummary> arms, Arm arm) {
    return arms.stream().filter(any -> any.arm().key().equals(arm.key())).findFirst();
  }

  private static List<Arm> without(List<ArmSummary> arms, List<ArmSummary> others) {
    return arms.stream().map(ArmSummary::arm).filter(arm -> find(others, arm).isEmpty()).toList();
  }

  private static Measured measured(RunData first, RunData second, Summary firstSummary, Summary secondSummary,
      ArmSummary before, ArmSummary after) {
    ArmLaunches baselineBefore = new References(first).of(before.arm()).orElseThrow();
    ArmLaunches baselineAfter = new References(second).of(after.arm()).orElseThrow();
    // Ratios to different baselines cannot be compared.
    if (!baselineBefore.arm().arm().equals(baselineAfter.arm().arm())) {
      return new Measured(after.arm(), before.ratio(), after.ratio(), Estimate.NONE, null);
    }
    if (!before.ratio().hasInterval() || !after.ratio().hasInterval()) {
      Estimate change = Estimate.withoutInterval(after.ratio().value() / before.ratio().value());
      return new Measured(after.arm(), before.ratio(), after.ratio(), change, null);
    }
    Welch change = betweenRuns(Welch.of(logRatio(firstSummary, before), logRatio(secondSummary, after)),
        Stream.of(first, second)
            .flatMap(run -> new References(run).each(arm -> arm.isAa() && arm.profile().equals(after.arm().profile()),
                Pairs::of))
            .map(Pairs::logRatios)
            .toList());
    return new Measured(after.arm(), before.ratio(), after.ratio(), change.interval(Estimate.ALPHA).map(Math::exp),
        change);
  }

  /** Its interval is from blocks, or from machines if there are several. */
  private static StudentT logRatio(Summary summary, ArmSummary arm) {
    int values = summary.machines()
        .spread(arm.arm().key())
        .map(MachineResult.Spread::machines)
        .orElse(arm.comparison().blocks());
    return StudentT.around(arm.ratio().map(Math::log), values);
  }

  /**
   * Adds the variation between runs that the blocks of one run do not show. For example, a cache is trained once per
   * run and arm, and no block shows how another training would have turned out; the A/A arm, which has its own cache,
   * does. The variance of its log ratio above its own error is that of two draws. A ratio to the baseline and its A/A
   * arm has that of one and a half, and a change that of two such ratios. Without A/A arms this variance is unknown,
   * and nothing is added.
   *
   * @param aa log ratios of the A/A arms of both runs
   */
  static Welch betweenRuns(Welch change, List<double[]> aa) {
    List<StudentT> known =
        aa.stream().filter(logs -> logs.length >= HodgesLehmann.LEAST_VALUES).map(StudentT::of).toList();
    double ofOneDraw = known.stream()
        .mapToDouble(one -> (one.mean() * one.mean() - one.sd() * one.sd() / one.n()) / 2)
        .average()
        .orElse(0);
    return ofOneDraw > 0 ? change.with(2 * 1.5 * ofOneDraw, known.size()) : change;
  }

  /** Whether it may explain a changed ratio. The arms of a run have everything else in common. */
  private static boolean mayMatter(Difference difference) {
    return switch (difference.subject()) {
      case COLDSTART, CLEAN -> false;
      case FIXTURE -> !Objects.equals(((FixtureFacts) difference.first()).sha256(),
          ((FixtureFacts) difference.second()).sha256());
      case COMMAND -> hasOtherJvmArgs((Arm) difference.first(), (Arm) difference.second());
      default -> true;
    };
  }

  private static boolean hasOtherJvmArgs(Arm one, Arm other) {
    return one.ran() && other.ran() && !one.jvmArgs().equals(other.jvmArgs());
  }
}
