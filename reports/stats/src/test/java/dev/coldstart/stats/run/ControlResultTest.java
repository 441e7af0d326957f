package dev.coldstart.stats.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Arm.Control;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Records;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.stats.run.ControlResult.Outcome;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlResultTest {

  private static final String AA = SampleRuns.BASELINE + "+aa";
  private static final String BUSY = SampleRuns.BASELINE + "+busy-5ms";
  private static final String CHICORY = "chicory.interpreter/default/jdk25";

  @TempDir
  Path out;

  @Test
  void shouldHoldInARunThatIsSound() {
    List<ControlResult> controls = controls(SampleRuns.controlled());
    // Two fixtures and two profiles: an A/A arm in each, the delay in one fixture, the boot of two arms in each.
    assertThat(controls).hasSize(4 + 2 + 8).allMatch(ControlResult::held);
    ControlResult aa = find(controls, AA);
    assertThat(aa.kind()).isEqualTo("aa");
    assertThat(aa.against().arm()).isEqualTo(SampleRuns.BASELINE);
    assertThat(aa.unit()).isEqualTo("ratio");
    assertThat(aa.expected()).isEqualTo(1);
    assertThat(aa.outcome()).isEqualTo(Outcome.HOLDS);
  }

  @Test
  void shouldMeasureAFixedDelayAsADifference() {
    ControlResult busy = find(controls(SampleRuns.controlled()), BUSY);
    assertThat(busy.kind()).isEqualTo("busy");
    assertThat(busy.unit()).isEqualTo("ms");
    assertThat(busy.expected()).isEqualTo(5);
    assertThat(busy.measured().low()).isPositive().isLessThan(5);
    assertThat(busy.measured().high()).isGreaterThan(5);
    assertThat(busy.outcome()).isEqualTo(Outcome.HOLDS);
  }

  /** On a machine so quiet that 0.3 ms would fail a sound run. */
  @Test
  void shouldNotTakeALaterDeliveryForADelay() {
    SampleRun late =
        SampleRuns.controlled().withLaunches(launch -> launch.arm().equals(BUSY) ? delivered(launch, 3) : launch);
    assertThat(find(controls(late), BUSY)).isEqualTo(find(controls(SampleRuns.controlled()), BUSY));
    SampleRun unobserved = SampleRuns.controlled().withLaunches(launch -> Records.with(launch, "deliveryNs", null));
    assertThat(find(controls(unobserved), BUSY).held()).isTrue();
  }

  private static Launch delivered(Launch launch, long laterMs) {
    long laterNs = laterMs * 1_000_000;
    long before = launch.deliveryNs() == null ? 0 : launch.deliveryNs();
    return Records.with(launch, "firstResponseNs", launch.firstResponseNs() + laterNs, "deliveryNs", before + laterNs);
  }

  @Test
  void shouldMeasureADelayInPartsAsARatio() {
    SampleRun run = SampleRuns.controlled()
        .withArms(arm -> arm.arm().equals(BUSY) ? with(arm, new Control(Control.BUSY, null, 90)) : arm);
    ControlResult busy = find(controls(run), BUSY);
    assertThat(busy.unit()).isEqualTo("ratio");
    assertThat(busy.expected()).isCloseTo(1.09, within(1e-12));
    assertThat(busy.measured().value()).isBetween(1.04, 1.14);
    assertThat(busy.held()).isTrue();
  }

  @Test
  void shouldFailAnAaArmThatDiffers() {
    ControlResult aa = find(controls(SampleRuns.controlled().slowed(l -> l.arm().equals(AA), 1.15)), AA);
    assertThat(aa.held()).isFalse();
    assertThat(aa.outcome()).isEqualTo(Outcome.FAILS);
  }

  /** Two training runs do not make the same cache. */
  @Test
  void shouldAllowAnAaArmWithACacheOfItsOwnToBeOffByThat() {
    SampleRun cached =
        SampleRuns.controlled().withArms(arm -> with(arm, List.of("java", "-XX:AOTCache=<cache>", "-cp", "x", "Main")));
    ControlResult aa = find(controls(cached.slowed(l -> l.arm().equals(AA), 1.15)), AA);
    assertThat(aa.held()).isTrue();
    assertThat(aa.isOffByItsCache()).isTrue();
    assertThat(find(controls(cached.slowed(l -> l.arm().equals(AA), 1.4)), AA).held()).isFalse();
    assertThat(find(controls(cached), AA).isOffByItsCache()).isFalse();
  }

  @Test
  void shouldFailADelayThatIsNotThere() {
    SampleRun run = SampleRuns.controlled().slowed(l -> l.arm().equals(BUSY), 58.0 / 63);
    ControlResult busy = find(controls(run), BUSY);
    assertThat(busy.held()).isFalse();
    assertThat(busy.outcome()).isEqualTo(Outcome.FAILS);
  }

  @Test
  void shouldFailABootThatDiffersThoughTheJvmsArgumentsAreTheSame() {
    SampleRun run = SampleRuns.controlled().slowed(l -> l.arm().equals(CHICORY), 1.2);
    ControlResult boot = find(controls(run), CHICORY);
    assertThat(boot.kind()).isEqualTo("boot");
    assertThat(boot.held()).isFalse();
    assertThat(boot.outcome()).isEqualTo(Outcome.FAILS);
    assertThat(find(controls(SampleRuns.controlled().slowed(l -> l.arm().equals(CHICORY), 1.04)), CHICORY).held())
        .as("within the tolerance")
        .isTrue();
  }

  @Test
  void shouldNotCompareTheBootOfAJvmThatWasToldOtherwise() {
    SampleRun run = SampleRuns.controlled()
        .withArms(arm -> arm.arm().equals(CHICORY) ? with(arm, List.of("java", "-Xint", "-cp", "x", "Main")) : arm);
    assertThat(controls(run)).hasSize(4 + 2 + 6).noneMatch(control -> control.arm().arm().equals(CHICORY));
    SampleRun unknown = SampleRuns.controlled().withArms(arm -> with(arm, List.of()));
    assertThat(controls(unknown)).noneMatch(control -> control.kind().equals("boot"));
  }

  /** The arguments are equal as text but name a different file for each arm, and its contents are loaded at boot. */
  @Test
  void shouldNotCompareTheBootOfJvmsThatStartFromCachesOfTheirOwn() {
    SampleRun run =
        SampleRuns.controlled().withArms(arm -> with(arm, List.of("java", "-XX:AOTCache=<cache>", "-cp", "x", "Main")));
    assertThat(controls(run)).noneMatch(control -> control.kind().equals("boot")).isNotEmpty();
  }

  @Test
  void shouldNotCompareTheBootOfJvmsThatAreImagesOfTheirOwn() {
    SampleRun run = SampleRuns.controlled().withArms(arm -> with(arm, List.of("<image>/bin/java", "-cp", "x", "Main")));
    assertThat(controls(run)).noneMatch(control -> control.kind().equals("boot")).isNotEmpty();
  }

  @Test
  void shouldNotJudgeOfFewerThanSixBlocks() {
    SampleRun run = SampleRuns.controlled().onlyLaunches(l -> l.block() < 7 && !(l.block() == 3));
    ControlResult aa = find(controls(run), AA);
    assertThat(aa.held()).isNull();
    assertThat(aa.measured().hasInterval()).isFalse();
    assertThat(aa.outcome()).isEqualTo(Outcome.TOO_FEW_BLOCKS);
  }

  @Test
  void shouldSayThatNothingWasMeasured() {
    ControlResult aa = find(controls(SampleRuns.controlled().onlyLaunches(l -> !l.arm().equals(AA))), AA);
    assertThat(aa.measured().value()).isNaN();
    assertThat(aa.held()).isNull();
    assertThat(aa.outcome()).isEqualTo(Outcome.TOO_FEW_BLOCKS);
  }

  @Test
  void shouldNotJudgeAControlOfALaterVersion() {
    SampleRun run = SampleRuns.controlled()
        .withArms(arm -> arm.arm().equals(BUSY) ? with(arm, new Control("other", null, null)) : arm);
    ControlResult other = find(controls(run), BUSY);
    assertThat(other.held()).isNull();
    assertThat(other.expected()).isNaN();
  }

  /** The noise is so large that it hides a delay of 5 ms, so nothing contradicts the delay. */
  @Test
  void shouldNotJudgeADelayThatTheNoiseHides() {
    assertThat(judged(noise(30)).held()).isNull();
    assertThat(judged(noise(30)).outcome()).isEqualTo(Outcome.HIDDEN_BY_NOISE);
  }

  /** A 95 % interval misses the truth once in twenty, and a run has many intervals. */
  @Test
  void shouldHoldWhatOnlyTheNarrowIntervalMisses() {
    double[] values = {0.01, 0.03, -0.01, 0.04, 0.02, 0.05, -0.02, 0.03, 0.01, 0.04};
    Arm arm = SampleRuns.controlled().manifest().arms().get(0);
    ControlResult.Check check = new ControlResult.Check("aa", arm, arm, true, values, 1, 0, false);
    ControlResult one = check.judge(10);
    assertThat(one.measured().low()).isGreaterThan(1);
    assertThat(one.judgedBy().low()).isLessThan(1);
    assertThat(one.held()).isTrue();
    assertThat(one.outcome()).isEqualTo(Outcome.HOLDS);
  }

  private static double[] noise(int n) {
    double[] values = new double[n];
    Arrays.setAll(values, i -> i % 2 == 0 ? 55 : -45);
    return values;
  }

  private static ControlResult judged(double[] values) {
    Arm arm = SampleRuns.controlled().manifest().arms().get(0);
    return new ControlResult.Check("busy", arm, arm, false, values, 5, 0, true).judge(1);
  }

  private List<ControlResult> controls(SampleRun run) {
    Path folder = out.resolve(Integer.toString(out.toFile().list().length));
    return ControlResult.of(run.readFrom(folder));
  }

  private static ControlResult find(List<ControlResult> controls, String arm) {
    return controls.stream().filter(c -> c.arm().key().equals(new ArmKey(arm, "noop"))).findFirst().get();
  }

  private static Arm with(Arm a, Control control) {
    return Records.with(a, "control", control);
  }

  private static Arm with(Arm a, List<String> command) {
    return Records.with(a, "command", command);
  }
}
