package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.RunData;
import dev.coldstart.record.text.Format;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.HodgesLehmann;
import dev.coldstart.stats.estimate.StudentT;
import dev.coldstart.stats.run.ControlResult.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One check that a run made of itself.
 *
 * @param kind {@link Arm.Control#AA}, {@link Arm.Control#BUSY}, {@link #BOOT}, or one of a later version
 * @param against what it is compared with
 * @param unit {@link #RATIO} or {@link #MS}
 * @param expected what it would be without noise, in that unit; NaN where this version does not know the kind
 * @param measured with its 95 % interval, in that unit
 * @param judgedBy the mean with the interval by which it was judged: of twenty sound controls one would fail each night
 * by its 95 % interval, so this is Student's at a level at which any of a run's controls fails by chance in 1 % of the
 * runs (Bonferroni); without an interval where it was not judged
 */
public record ControlResult(String kind, Arm arm, Arm against, String unit, double expected, Estimate measured,
    Estimate judgedBy, Outcome outcome) {

  /** The boot control's kind: the phase that no configuration can touch. */
  public static final String BOOT = "boot";

  /** Of the ratio of {@code boot}: the class path is opened in it, and each configuration has its own. */
  public static final double BOOT_TOLERANCE = 0.05;

  /**
   * Of the ratio of an A/A arm that starts from a cache of its own: two training runs do not make the same cache. Three
   * runs of one configuration differed by 3 % (the standard deviation of the logarithms).
   */
  public static final double CACHE_TOLERANCE = 0.10;

  public static final String RATIO = "ratio";
  public static final String MS = "ms";

  /** Of a whole run. */
  private static final double FAMILY_ALPHA = 0.01;

  /** What a control found. */
  public enum Outcome {
    /** The interval by which it is judged holds what is expected, within the tolerance. */
    HOLDS(true),
    /** It does not: it is further off than chance may be among so many controls. */
    FAILS(false),
    TOO_FEW_BLOCKS(null),
    /** The run cannot tell the difference that was made on purpose from none: it has too few blocks for its noise. */
    HIDDEN_BY_NOISE(null);

    private final Boolean held;

    Outcome(Boolean held) {
      this.held = held;
    }
  }

  /** Whether an A/A arm holds for its tolerance alone: what differs is what its cache and the baseline's differ by. */
  boolean isOffByItsCache() {
    return kind.equals(Arm.Control.AA) && outcome == Outcome.HOLDS && judgedBy.excludes(1);
  }

  /** Null when it was not judged. */
  public Boolean held() {
    return outcome.held;
  }

  public boolean failed() {
    return Boolean.FALSE.equals(outcome.held);
  }

  /**
   * One control before it is judged.
   *
   * @param ratio whether the values are log ratios; differences in ms otherwise
   * @param values one a block
   * @param expected without noise, as a ratio or in ms
   * @param tolerance how far off it may be for reasons that are known, likewise
   * @param toBeSeen whether it differs so that it must be told from nothing
   */
  record Check(String kind, Arm arm, Arm against, boolean ratio, double[] values, double expected, double tolerance,
      boolean toBeSeen) {

    boolean canBeJudged() {
      return values.length >= HodgesLehmann.LEAST_VALUES;
    }

    /** @param family how many controls are judged in the run */
    ControlResult judge(int family) {
      Estimate measured = scaled(HodgesLehmann.of(values));
      StudentT t = StudentT.of(values);
      Estimate judgedBy =
          scaled(canBeJudged() ? t.interval(FAMILY_ALPHA / family) : Estimate.withoutInterval(t.mean()));
      boolean holds = judgedBy.low() <= expected + tolerance && judgedBy.high() >= expected - tolerance;
      boolean seen = !toBeSeen || t.interval(Estimate.ALPHA).low() > 0;
      Outcome judged = !holds ? Outcome.FAILS : seen ? Outcome.HOLDS : Outcome.HIDDEN_BY_NOISE;
      return new ControlResult(kind, arm, against, ratio ? RATIO : MS, expected, measured, judgedBy,
          canBeJudged() ? judged : Outcome.TOO_FEW_BLOCKS);
    }

    private Estimate scaled(Estimate of) {
      return ratio ? of.map(Math::exp) : of;
    }
  }

  /**
   * What a run finds when it checks itself: by its control arms, and by the phase that no configuration can touch. In
   * the arms' order, those of the control arms first.
   */
  static List<ControlResult> of(RunData run) {
    References references = new References(run);
    Stream<Check> controls = references.each(Arm::isControl, ControlResult::control);
    Stream<Check> boots = run.arms()
        .stream()
        .filter(arm -> !arm.arm().isControl() && !arm.counted().isEmpty())
        .flatMap(arm -> references.measuredOf(arm.arm()).flatMap(baseline -> boot(arm, baseline)).stream());
    List<Check> checks = Stream.concat(controls, boots).toList();
    int family = (int) checks.stream().filter(Check::canBeJudged).count();
    return checks.parallelStream().map(check -> check.judge(family)).toList();
  }

  private static Check control(ArmLaunches arm, ArmLaunches reference) {
    Arm.Control control = arm.arm().control();
    Pairs pairs = Pairs.of(arm, reference);
    if (arm.arm().isAa()) {
      double tolerance = startsFromItsOwn(arm.arm()) ? CACHE_TOLERANCE : 0;
      return new Check(Arm.Control.AA, arm.arm(), reference.arm(), true, pairs.logRatios(), 1, tolerance, false);
    }
    if (control.busyNs() == null && control.busyPermille() == null) {
      // Of a later version: it stays unjudged, which the run's status says.
      return new Check(control.kind(), arm.arm(), reference.arm(), true, new double[0], Double.NaN, 0, false);
    }
    boolean part = control.busyNs() == null;
    double expected = part ? 1 + control.busyPermille() / 1_000.0 : control.busyNs() / Format.NS_PER_MS;
    // A child that was busy delivers its response later too, by some 0.3 ms that are no part of the known delay.
    double[] values =
        part ? pairs.logRatios() : pairs.each((one, other) -> (one.handledNs() - other.handledNs()) / Format.NS_PER_MS);
    return new Check(control.kind(), arm.arm(), reference.arm(), part, values, expected, 0, true);
  }

  /** Empty for the baseline, and where they have no boot in common. */
  private static Optional<Check> boot(ArmLaunches arm, ArmLaunches baseline) {
    if (arm.arm().equals(baseline.arm()) || !bootAlike(arm.arm(), baseline.arm())) {
      return Optional.empty();
    }
    double[] logRatios = Pairs.of(arm, baseline).logRatios(launch -> launch.phaseNs("boot"));
    return Optional.of(new Check(BOOT, arm.arm(), baseline.arm(), true, logRatios, 1, BOOT_TOLERANCE, false));
  }

  /**
   * Whether two arms do the same up to their main class, so that their boots can be held against each other. False
   * where either command line is not known; where the JVM's arguments differ; and where they start from a cache or an
   * image, of which each arm has its own.
   */
  static boolean bootAlike(Arm arm, Arm other) {
    return arm.jvmArgs().isPresent() && arm.jvmArgs().equals(other.jvmArgs()) && !startsFromItsOwn(arm)
        && !startsFromItsOwn(other);
  }

  private static boolean startsFromItsOwn(Arm arm) {
    return arm.command().stream().anyMatch(word -> word.contains(Arm.CACHE) || word.contains(Arm.IMAGE));
  }
}
