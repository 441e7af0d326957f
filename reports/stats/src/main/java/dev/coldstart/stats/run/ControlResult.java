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
 * One self-check of a run.
 *
 * @param kind {@link Arm.Control#AA}, {@link Arm.Control#BUSY}, {@link #BOOT}, or a kind of a later version
 * @param against the arm it is compared with
 * @param unit {@link #RATIO} or {@link #MS}
 * @param expected the value without noise, in that unit; NaN if this version does not know the kind
 * @param measured with its 95 % interval, in that unit
 * @param judgedBy the mean and the interval that decide the outcome. With 95 % intervals one of twenty sound controls
 * would fail in each run; this Student's interval has a level at which any of a run's controls fails by chance in 1 %
 * of the runs (Bonferroni). Without an interval if the control was not judged
 */
public record ControlResult(String kind, Arm arm, Arm against, String unit, double expected, Estimate measured,
    Estimate judgedBy, Outcome outcome) {

  /** Kind of the boot control, which compares the phase that no configuration can influence. */
  public static final String BOOT = "boot";

  /** Tolerance of the boot ratio: the boot opens the class path, and each configuration has its own. */
  public static final double BOOT_TOLERANCE = 0.05;

  /**
   * Tolerance of the ratio of an A/A arm with its own cache: two training runs do not make the same cache. Three runs
   * of one configuration differed by 3 % (standard deviation of the logarithms).
   */
  public static final double CACHE_TOLERANCE = 0.10;

  public static final String RATIO = "ratio";
  public static final String MS = "ms";

  /** For all controls of a run together. */
  private static final double FAMILY_ALPHA = 0.01;

  public enum Outcome {
    /** The interval contains the expected value, within the tolerance. */
    HOLDS(true),
    /** The interval misses the expected value by more than chance explains for this many controls. */
    FAILS(false),
    TOO_FEW_BLOCKS(null),
    /** The run cannot distinguish the deliberate delay from none: it has too few blocks for its noise. */
    HIDDEN_BY_NOISE(null);

    private final Boolean held;

    Outcome(Boolean held) {
      this.held = held;
    }
  }

  /** Whether an A/A arm holds only thanks to its tolerance: its cache and the baseline's differ. */
  boolean isOffByItsCache() {
    return kind.equals(Arm.Control.AA) && outcome == Outcome.HOLDS && judgedBy.excludes(1);
  }

  /** Null if it was not judged. */
  public Boolean held() {
    return outcome.held;
  }

  public boolean failed() {
    return Boolean.FALSE.equals(outcome.held);
  }

  /**
   * One control before it is judged.
   *
   * @param ratio whether the values are log ratios; otherwise they are differences in ms
   * @param values one per block
   * @param expected without noise, as a ratio or in ms
   * @param tolerance how far off it may be for known reasons, as a ratio or in ms
   * @param toBeSeen whether the control has a deliberate delay that the run must detect
   */
  record Check(String kind, Arm arm, Arm against, boolean ratio, double[] values, double expected, double tolerance,
      boolean toBeSeen) {

    boolean canBeJudged() {
      return values.length >= HodgesLehmann.LEAST_VALUES;
    }

    /** @param family number of controls judged in the run */
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
   * The self-checks of a run: the control arms, and the boot phase, which no configuration can influence. In the arms'
   * order, the control arms first.
   */
  static List<ControlResult> of(RunData run) {
    return ofEach(List.of(run)).get(0);
  }

  /**
   * The same for each machine of a run. If nothing is wrong, the chance that any control of any machine fails is 1 %.
   */
  static List<List<ControlResult>> ofEach(List<RunData> runs) {
    List<List<Check>> checks = runs.parallelStream().map(ControlResult::checks).toList();
    int family = (int) checks.stream().flatMap(List::stream).filter(Check::canBeJudged).count();
    return checks.parallelStream().map(own -> own.parallelStream().map(check -> check.judge(family)).toList()).toList();
  }

  private static List<Check> checks(RunData run) {
    References references = new References(run);
    Stream<Check> controls = references.each(Arm::isControl, ControlResult::control);
    Stream<Check> boots = run.arms()
        .stream()
        .filter(arm -> !arm.arm().isControl() && !arm.counted().isEmpty())
        .flatMap(arm -> references.measuredOf(arm.arm()).flatMap(baseline -> boot(arm, baseline)).stream());
    return Stream.concat(controls, boots).toList();
  }

  private static Check control(ArmLaunches arm, ArmLaunches reference) {
    Arm.Control control = arm.arm().control();
    Pairs pairs = Pairs.of(arm, reference);
    if (arm.arm().isAa()) {
      double tolerance = startsFromItsOwn(arm.arm()) ? CACHE_TOLERANCE : 0;
      return new Check(Arm.Control.AA, arm.arm(), reference.arm(), true, pairs.logRatios(), 1, tolerance, false);
    }
    if (control.busyNs() == null && control.busyPermille() == null) {
      // A control of a later version stays unjudged, and the run's status says so.
      return new Check(control.kind(), arm.arm(), reference.arm(), true, new double[0], Double.NaN, 0, false);
    }
    boolean part = control.busyNs() == null;
    double expected = part ? 1 + control.busyPermille() / 1_000.0 : control.busyNs() / Format.NS_PER_MS;
    // A child that was busy also delivers its response some 0.3 ms later, which is not part of the known delay.
    double[] values =
        part ? pairs.logRatios() : pairs.each((one, other) -> (one.handledNs() - other.handledNs()) / Format.NS_PER_MS);
    return new Check(control.kind(), arm.arm(), reference.arm(), part, values, expected, 0, true);
  }

  /** Empty for the baseline, and if the two boots are not comparable. */
  private static Optional<Check> boot(ArmLaunches arm, ArmLaunches baseline) {
    if (arm.arm().equals(baseline.arm()) || !bootAlike(arm.arm(), baseline.arm())) {
      return Optional.empty();
    }
    double[] logRatios = Pairs.of(arm, baseline).logRatios(launch -> launch.phaseNs("boot"));
    return Optional.of(new Check(BOOT, arm.arm(), baseline.arm(), true, logRatios, 1, BOOT_TOLERANCE, false));
  }

  /**
   * Whether two arms do the same work up to their main class, so that their boots are comparable. False if either
   * command line is unknown, if the JVM arguments differ, or if one starts from a cache or an image, because each arm
   * has its own.
   */
  static boolean bootAlike(Arm arm, Arm other) {
    return arm.jvmArgs().isPresent() && arm.jvmArgs().equals(other.jvmArgs()) && !startsFromItsOwn(arm)
        && !startsFromItsOwn(other);
  }

  private static boolean startsFromItsOwn(Arm arm) {
    return arm.command().stream().anyMatch(word -> word.contains(Arm.CACHE) || word.contains(Arm.IMAGE));
  }
}
