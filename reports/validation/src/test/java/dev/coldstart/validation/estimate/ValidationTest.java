package dev.coldstart.validation.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.coldstart.record.Launch;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.SampleCampaigns.Truth;
import dev.coldstart.record.SampleCampaigns;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.stats.estimate.StudentT;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.Summary;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks the validation's conclusions on runs with a known truth. The seed is fixed: it never fails by chance. */
class ValidationTest {

  private static final double SCATTER = 0.05;

  @TempDir
  private static Path campaign;
  private static Validation right;

  @TempDir
  Path out;

  /** A correct harness. Made only once, because it takes the longest. */
  @BeforeAll
  static void validate() {
    right = Validation.of(SampleCampaigns.of(1_500, SCATTER, SampleCampaigns.RIGHT, 7).readFrom(campaign),
        Validation.BLOCKS);
  }

  @Test
  void shouldFindAHarnessRightThatIs() {
    Validation.At at30 = right.at(30);
    assertThat(at30.comparisons()).isEqualTo(50);
    assertThat(at30.falsePositives().estimate().low()).isLessThan(0.05);
    assertThat(at30.falsePositives().value()).isLessThan(0.15);
    assertThat(at30.found().value()).isGreaterThan(0.85);
    assertThat(at30.covered().estimate().high()).isGreaterThan(0.95);
    assertThat(at30.covered().value()).isGreaterThan(0.85);
  }

  @Test
  void shouldSeeThatAnArmIsNotWhatItIsSaidToBe() {
    assertThat(of(300, new Truth(1.1, 1.05, 5)).at(30).falsePositives().value()).as("A/A arm 10 % slower")
        .isGreaterThan(0.9);
    Validation.At at30 = of(300, new Truth(1, 1, 9)).at(30);
    assertThat(at30.found().value()).as("nothing was added").isLessThan(0.4);
    assertThat(at30.covered().value()).as("9 ms and not 5").isLessThan(0.4);
  }

  @Test
  void shouldFindMoreWithMoreBlocks() {
    Validation.At at10 = right.at(10);
    Validation.At at60 = right.at(60);
    assertThat(at60.found().value()).isGreaterThan(at10.found().value());
    assertThat(at60.saidSlower().value()).isGreaterThan(at10.saidSlower().value());
    assertThat(at60.saidSlower().value()).isLessThanOrEqualTo(at60.found().value());
    assertThat(at60.reach()).isLessThan(at10.reach());
    assertThat(at60.detectable()).isLessThan(at10.detectable());
    assertThat(at60.detectableSlower()).isEqualTo(1.02 * (1 + at60.detectable()) - 1, within(1e-12));
  }

  /** Blocks drift by 20 %. Pairing removes the drift; an analysis without blocks treats it as noise. */
  @Test
  void shouldShowWhatPairingIsFor() {
    Validation.At at30 = right.at(30);
    assertThat(at30.unpairedReach()).isGreaterThan(2 * at30.reach());
    assertThat(at30.unpairedFound().value()).isLessThan(at30.found().value());
  }

  @Test
  void shouldSayWhatWasAddedOverAllBlocks() {
    Validation validation = of(600, new Truth(1, 1.08, 7));
    assertThat(validation.addedPart()).isEqualTo(0.05);
    assertThat(validation.addedMs()).isEqualTo(5);
    assertThat(validation.longer().value()).isEqualTo(1.08, within(0.02));
    assertThat(validation.laterMs().value()).isEqualTo(7, within(1.0));
    assertThat(validation.sd()).isEqualTo(SCATTER * Math.sqrt(2), within(0.01));
    assertThat(validation.ratioLag1()).isBetween(-0.15, 0.15);
  }

  /** At the size that the formula gives, a difference is found with 90 %: by simulation, not by the formula itself. */
  @Test
  void shouldTellTheSmallestEffectThatIsFound() {
    double sd = 0.07;
    Random random = new Random(1);
    double effect = Math.log1p(Validation.detectable(sd, 20));
    int found = 0;
    for (int i = 0; i < 2_000; i++) {
      double[] logs = random.doubles(20).map(any -> effect + sd * random.nextGaussian()).toArray();
      found += StudentT.of(logs).interval(0.05).low() > 0 ? 1 : 0;
    }
    assertThat(found / 2_000.0).isBetween(0.87, 0.93);
  }

  @Test
  void shouldCutBlocksInTheirOrderAndLeaveOutThoseThatLackAnArm() {
    SampleRun sample = SampleCampaigns.of(64, SCATTER, SampleCampaigns.RIGHT, 1);
    Validation validation =
        Validation.of(sample.onlyLaunches(l -> !(l.block() == 5 && l.arm().equals(SampleCampaigns.AA))).readFrom(out),
            List.of(10, 30, 100));
    assertThat(validation.blocks()).isEqualTo(63);
    assertThat(validation.leftOut()).isEqualTo(1);
    assertThat(validation.at()).extracting(Validation.At::blocks).containsExactly(10, 30);
    assertThat(validation.at()).extracting(Validation.At::comparisons).containsExactly(6, 2);
    assertThat(validation.bars(100)).isEmpty();
  }

  @Test
  void shouldBeTheSameHoweverTheFileIsOrdered() {
    SampleRun sample = SampleCampaigns.of(60, SCATTER, SampleCampaigns.RIGHT, 1);
    List<Launch> turned = sample.launches().stream().sorted((a, b) -> b.block() - a.block()).toList();
    RunData forwards = sample.readFrom(out.resolve("a"));
    RunData backwards = new SampleRun(sample.manifest(), turned, sample.jmh()).readFrom(out.resolve("b"));
    assertThat(Validation.of(backwards, List.of(10))).isEqualTo(Validation.of(forwards, List.of(10)));
  }

  /** A comparison gives the same result as a run of only these blocks. */
  @Test
  void shouldAnalyseAGroupAsARunIsAnalysed() {
    RunData run = SampleCampaigns.of(30, SCATTER, new Truth(1.1, 1.05, 5), 1).readFrom(out);
    Validation validation = Validation.of(run, List.of(30));
    ArmSummary aa =
        Summary.of(run).arms().stream().filter(a -> a.arm().arm().equals(SampleCampaigns.AA)).findFirst().orElseThrow();
    assertThat(validation.same().value()).isEqualTo(aa.ratio().value(), within(1e-12));
    assertThat(validation.same().low()).isEqualTo(aa.ratio().low(), within(1e-12));
    assertThat(validation.same().high()).isEqualTo(aa.ratio().high(), within(1e-12));
    assertThat(validation.at(30).falsePositives()).isEqualTo(new Proportion(1, 1));
  }

  @Test
  void shouldSayWhatKindOfRunIsExpected() {
    RunData ordinary = SampleRuns.blocks(5).readFrom(out);
    assertThatThrownBy(() -> Validation.of(ordinary, List.of(5))).isInstanceOf(RunFormatException.class)
        .hasMessageContaining(ordinary.folder().path() + " has no arm with a delay in percent of its time; a run needs")
        .hasMessageContaining("--inject 5");
    RunData few = SampleCampaigns.of(3, SCATTER, SampleCampaigns.RIGHT, 1).readFrom(out.resolve("few"));
    assertThatThrownBy(() -> Validation.of(few, List.of(5)))
        .hasMessageContaining("has 3 blocks in which every arm has a valid launch");
  }

  @Test
  void shouldHoldBarsAgainstWhatWasSeen() {
    assertThat(bar(ValidationBar.Kind.FALSE_POSITIVES, 0.05, 5)).matches(ValidationBar::met).matches(b -> !b.decided());
    assertThat(bar(ValidationBar.Kind.FALSE_POSITIVES, 0.05, 0)).matches(ValidationBar::met)
        .matches(ValidationBar::decided);
    assertThat(bar(ValidationBar.Kind.FALSE_POSITIVES, 0.05, 20)).matches(b -> !b.met())
        .matches(ValidationBar::decided);
    assertThat(bar(ValidationBar.Kind.FOUND, 0.90, 90)).matches(ValidationBar::met).matches(b -> !b.decided());
    assertThat(bar(ValidationBar.Kind.FOUND, 0.90, 100)).matches(ValidationBar::met).matches(ValidationBar::decided);
    assertThat(bar(ValidationBar.Kind.COVERED, 0.95, 60)).matches(b -> !b.met()).matches(ValidationBar::decided);
  }

  /** Expected values from R: 1 - pbinom(5, 100, 0.05), pbinom(94, 100, 0.95). */
  @Test
  void shouldTellHowOftenARightHarnessMissesABar() {
    assertThat(bar(ValidationBar.Kind.FALSE_POSITIVES, 0.05, 5).chanceToMiss()).isEqualTo(0.38400, within(1e-5));
    assertThat(bar(ValidationBar.Kind.COVERED, 0.95, 95).chanceToMiss()).isEqualTo(0.38400, within(1e-5));
  }

  private static ValidationBar bar(ValidationBar.Kind kind, double bound, int seen) {
    return new ValidationBar(kind, bound, new Proportion(seen, 100));
  }

  private Validation of(int blocks, Truth truth) {
    return Validation.of(SampleCampaigns.of(blocks, SCATTER, truth, 7).readFrom(out.resolve(truth.toString())),
        Validation.BLOCKS);
  }
}
