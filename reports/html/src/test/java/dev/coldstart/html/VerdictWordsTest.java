package dev.coldstart.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.results.Arm;
import dev.coldstart.stats.ArmSummary;
import dev.coldstart.stats.Comparison;
import dev.coldstart.stats.Estimate;
import dev.coldstart.stats.RunConduct;
import dev.coldstart.stats.RunStatus;
import dev.coldstart.stats.ScenarioSummary;
import dev.coldstart.stats.Summary;
import dev.coldstart.stats.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictWordsTest {

  @Test
  void shouldTurnTheRatioOfAFasterArmOver() {
    assertThat(words(new Estimate(0.5, 0.4, 0.8), Verdict.FASTER)).isEqualTo("2.00 × faster (1.25–2.50)");
    assertThat(words(new Estimate(3.9, 3.7, 4.1), Verdict.SLOWER)).isEqualTo("3.90 × slower (3.70–4.10)");
  }

  @Test
  void shouldSayMoreThanTheWordWhereNothingIsClear() {
    assertThat(words(new Estimate(1, 0.99, 1.01), Verdict.EQUIVALENT))
        .isEqualTo("no difference that matters (within 2 %), ratio 1.00 × (0.990–1.01)");
    assertThat(words(new Estimate(1.1, Double.NaN, Double.NaN), Verdict.UNSURE)).isEqualTo("not enough launches to tell");
  }

  @Test
  void shouldSayHowManyMoreBlocksWouldTell() {
    Estimate wide = new Estimate(1.1, Double.NaN, Double.NaN);
    assertThat(VerdictWords.of(arm(wide, 0.02, Verdict.UNSURE, 40), summary(RunStatus.SOUND)))
        .isEqualTo("not enough launches to tell; about 40 blocks more would");
    assertThat(VerdictWords.of(arm(wide, 0.02, Verdict.UNSURE, 1), summary(RunStatus.SOUND)))
        .endsWith("about 1 block more would");
  }

  @Test
  void shouldGiveNoVerdictOfARunThatIsNotToBeTrusted() {
    ArmSummary slower = arm(new Estimate(3.9, 3.7, 4.1), 0.05, Verdict.SLOWER, null);
    Summary failed = summary(RunStatus.DO_NOT_TRUST);
    assertThat(VerdictWords.of(slower, failed)).isEqualTo("not to be trusted: a control failed");
    assertThat(VerdictWords.withInterval(slower, failed)).isEqualTo("not to be trusted: a control failed");
    assertThat(VerdictWords.raisedMargin(slower, failed)).isEmpty();
  }

  @Test
  void shouldSayTheMarginWhereItIsTheNoiseFloor() {
    Estimate ratio = new Estimate(1, 0.97, 1.03);
    ArmSummary raised = arm(ratio, 0.035, Verdict.EQUIVALENT, null);
    Summary sound = summary(RunStatus.SOUND);
    assertThat(VerdictWords.of(raised, sound)).contains("within 3.5\u00a0%");
    assertThat(VerdictWords.raisedMargin(raised, sound)).isEqualTo("margin: the noise floor, 3.5\u00a0%");
    assertThat(VerdictWords.raisedMargin(arm(ratio, 0.02, Verdict.EQUIVALENT, null), sound)).isEmpty();
    assertThat(VerdictWords.raisedMargin(arm(ratio, Double.NaN, null, null), sound)).isEmpty();
  }

  @Test
  void shouldHaveNoVerdictWithoutLaunches() {
    assertThat(words(Estimate.NONE, null)).isEqualTo("n/a");
  }

  private static String words(Estimate ratio, Verdict verdict) {
    return VerdictWords.withInterval(arm(ratio, 0.02, verdict, null), summary(RunStatus.SOUND)).replace('\u00a0', ' ');
  }

  private static ArmSummary arm(Estimate ratio, double margin, Verdict verdict, Integer moreBlocks) {
    Arm arm =
        new Arm(
            "a", "a", "A", "a.b", "A, b", "default", "jdk25", "noop", false, null, Map.of(), null, List.of(), null, null);
    Comparison comparison =
        new Comparison(ratio, margin, Double.NaN, Double.NaN, Double.NaN, verdict, moreBlocks);
    return new ArmSummary(
        arm, 30, 0, Estimate.NONE, comparison, Map.of(), Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  private static Summary summary(RunStatus status) {
    return new Summary(0.02, status, List.of(), List.of(), List.of(), List.of(), RunConduct.NONE, ScenarioSummary.NONE, List.of());
  }
}
