package dev.coldstart.report.page;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Guards;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleLaunch;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.report.text.SampleControls;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Verdict;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.Comparison;
import dev.coldstart.stats.run.ControlResult;
import dev.coldstart.stats.run.ControlResult.Outcome;
import dev.coldstart.stats.run.Doubt;
import dev.coldstart.stats.run.JmhBias;
import dev.coldstart.stats.run.RunEffort;
import dev.coldstart.stats.run.RunStatus;
import dev.coldstart.stats.run.Summary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Synthetic runs with self-checks, and their summaries. */
public final class CheckedRuns {

  static final String CONTROL_FIXTURE = "noop";
  static final String SAME = SampleRuns.BASELINE + "+aa";
  static final String BUSY = SampleRuns.BASELINE + "+busy-5ms";

  private CheckedRuns() {}

  /**
   * The standard run with the controls of the controlled one. In the first fixture nothing else is compared. It has
   * records of its blocks, and was interrupted once.
   */
  public static SampleRun standard() {
    SampleRun run = SampleRuns.standard();
    List<Arm> arms = SampleRuns.controlled().manifest().arms().stream().filter(CheckedRuns::isChecked).toList();
    List<Launch> launches = arms.stream().flatMap(arm -> launches(arm, arms, run)).toList();
    return new SampleRun(manifest(run.manifest(), arms), launches, blocks(launches), run.jmh());
  }

  private static boolean isChecked(Arm arm) {
    return arm.baseline() || arm.isControl() || !arm.fixture().equals(CONTROL_FIXTURE);
  }

  /** A control's launches are those of the arm that it repeats, with noise and its delay. */
  private static Stream<Launch> launches(Arm arm, List<Arm> arms, SampleRun run) {
    Arm repeated = arms.stream().filter(other -> !other.isControl() && arm.repeats(other)).findFirst().orElseThrow();
    return run.launches()
        .stream()
        .filter(l -> l.arm().equals(repeated.arm()) && l.fixture().equals(repeated.fixture()))
        .map(l -> arm.isControl() ? control(l, arm) : l);
  }

  /** The same with some of its arms. */
  public static SampleRun only(SampleRun run, Predicate<Arm> kept) {
    List<Arm> arms = run.manifest().arms().stream().filter(kept).toList();
    List<String> ids = arms.stream().map(a -> a.fixture() + " " + a.arm()).toList();
    List<Launch> launches = run.launches().stream().filter(l -> ids.contains(l.fixture() + " " + l.arm())).toList();
    return new SampleRun(manifest(run.manifest(), arms), launches, run.blocks(), run.jmh());
  }

  /** The same arm, as another kind of control. */
  public static Arm as(Arm a, Arm.Control control) {
    return changed(a, false, control);
  }

  /** The same arm, as the baseline or not. */
  public static Arm as(Arm a, boolean baseline) {
    return changed(a, baseline && !a.isControl(), a.control());
  }

  private static Arm changed(Arm a, boolean baseline, Arm.Control control) {
    return Records.with(a, "baseline", baseline, "control", control);
  }

  /** A few percent more or less, alternating. */
  private static Launch control(Launch l, Arm control) {
    long busyNs = control.control().busyNs() == null ? 0 : control.control().busyNs();
    double noise = 1 + 0.04 * Math.sin(7.0 * l.block() + l.arm().length() + l.fixture().length());
    Long ns = l.firstResponseNs() == null ? null : Math.round(l.firstResponseNs() * noise) + busyNs;
    PhasesNs p = l.phasesNs();
    PhasesNs phases = p == null
        ? null
        : new PhasesNs(p.boot(), p.load(), p.parse(), p.compile(), p.instantiate(),
            p.firstInvoke() + ns - l.firstResponseNs());
    Launch moved = SampleLaunch.atPosition(SampleLaunch.ofArm(l, control.key()), l.position() + 10);
    return SampleLaunch.withTimes(moved, ns, phases);
  }

  private static Manifest manifest(Manifest m, List<Arm> arms) {
    return Records.with(m, "arms", arms, "resumedAt", List.of(m.startedAt().plus(Duration.ofSeconds(20))), "spawns",
        List.of(new Manifest.Spawn("POSIX_SPAWN", true, 1_234_000, 50),
            new Manifest.Spawn("VFORK", false, 987_000, 50)));
  }

  /** One of each kind of trouble: a failed launch, steal by the hypervisor, and a block that could not be monitored. */
  private static List<BlockEnd> blocks(List<Launch> launches) {
    List<BlockEnd> blocks = new ArrayList<>();
    int last = launches.stream().mapToInt(Launch::block).max().orElse(-1);
    for (int block = 0; block <= last; block++) {
      for (String fixture : List.of(CONTROL_FIXTURE, "hello")) {
        boolean stolen = block == 12 && fixture.equals("hello");
        String again = stolen ? "stealPart=0.12 is over its limit of 0.05" : null;
        if (block == 3 && fixture.equals("hello")) {
          again = "wasmtime.jni/default/jdk25: exit code 134";
        }
        blocks
            .add(new BlockEnd(fixture, block, block == 0, again, 1_020_000_000, 1_000_000_000, guards(block, stolen)));
      }
    }
    return blocks;
  }

  private static Guards guards(int block, boolean stolen) {
    return block == 8
        ? null
        : new Guards(1 + 0.4 * Math.sin(block), stolen ? 0.12 : 0.002, 0.0, block == 20 ? 0.2 : 0.01,
            0.3 + 0.1 * Math.sin(block * 2), 0.004 * (block % 5), null, null, block == 20 ? 1 : 0,
            (50L << 30) - block * 1_000_000L);
  }

  /** Its summary if all its controls hold. */
  public static Summary sound(RunData run) {
    return summary(run, RunStatus.SOUND, true);
  }

  /** Its summary if the known delay was not seen, and another control gave no launch. */
  public static Summary failed(RunData run, String control) {
    return summary(run, RunStatus.DO_NOT_TRUST, false,
        new Doubt.ControlWithoutLaunches(SampleControls.arm(control, CONTROL_FIXTURE)));
  }

  private static Summary summary(RunData run, RunStatus status, boolean seen, Doubt... reasons) {
    Summary found = Summary.of(run);
    return new Summary(0.02, status, List.of(reasons), controls(run, seen), found.noise(),
        found.arms().stream().map(CheckedRuns::judged).toList(), tax(), RunEffort.of(run), Nothing.SCENARIOS, List.of(),
        List.of(), seen ? found.neighbours() : List.of(), found.excesses(), found.settings());
  }

  /** With every value that a comparison can have. */
  private static ArmSummary judged(ArmSummary arm) {
    Comparison c = arm.comparison();
    boolean judged = c.verdict() != null && !arm.arm().isControl();
    return judged
        ? with(arm, new Comparison(c.ratio(), c.blocks(), 0.0004, 41.2, 0.987, Verdict.of(c.ratio(), 0.02), null))
        : arm;
  }

  private static ArmSummary with(ArmSummary a, Comparison comparison) {
    return new ArmSummary(a.arm(), a.n(), a.invalid(), a.typicalMs(), a.firstResponseMs(), a.afterBootMs(), comparison,
        a.pooledRatio(), a.phasesMs(), a.counters());
  }

  private static List<ControlResult> controls(RunData run, boolean seen) {
    return List.of(
        control(run, Arm.Control.AA, CONTROL_FIXTURE, SAME, "ratio", 1, new Estimate(1.003, 0.988, 1.021),
            Outcome.HOLDS),
        control(run, Arm.Control.AA, "hello", SAME, "ratio", 1, new Estimate(0.999, 0.986, 1.012), Outcome.HOLDS),
        control(run, Arm.Control.BUSY, CONTROL_FIXTURE, BUSY, "ms", 5,
            seen ? new Estimate(5.12, 4.7, 5.51) : new Estimate(0.41, 0.12, 0.9), seen ? Outcome.HOLDS : Outcome.FAILS),
        control(run, ControlResult.BOOT, "hello", "chicory.interpreter/default/jdk25", "ratio", 1,
            new Estimate(1.001, 0.98, 1.02), Outcome.HOLDS),
        control(run, ControlResult.BOOT, "hello", "wasmtime.jni/default/jdk25", "ratio", 1, Estimate.NONE,
            Outcome.TOO_FEW_BLOCKS));
  }

  private static ControlResult control(RunData run, String kind, String fixture, String arm, String unit,
      double expected, Estimate measured, Outcome outcome) {
    return new ControlResult(kind, arm(run, arm, fixture), arm(run, SampleRuns.BASELINE, fixture), unit, expected,
        measured, measured, outcome);
  }

  /** Also for an arm that the run does not know. */
  private static Arm arm(RunData run, String id, String fixture) {
    return run.arm(new ArmKey(id, fixture)).map(ArmLaunches::arm).orElseGet(() -> SampleControls.arm(id, fixture));
  }

  private static List<JmhBias> tax() {
    Map<String, Double> classes = new TreeMap<>(Map.of("chicory.interpreter", 611.0, "plain-java.twin", 409.0));
    return classes.entrySet()
        .stream()
        .flatMap(c -> Stream.of("instantiate", "firstInvoke")
            .map(phase -> new JmhBias("hello", c.getKey(), phase, 12.5, 4.5, c.getValue(), 1_598)))
        .toList();
  }
}
