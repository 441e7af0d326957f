package dev.coldstart.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.report.page.Nothing;
import dev.coldstart.record.Arm;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Verdict;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.Comparison;
import dev.coldstart.stats.run.RunStatus;
import dev.coldstart.stats.run.Summary;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictWordsTest {

  @Test
  void shouldSayByHowMuchAnArmDiffers() {
    assertThat(words(new Estimate(0.41, 0.4, 0.42), Verdict.FASTER)).isEqualTo("faster, 59 % less");
    assertThat(words(new Estimate(0.957, 0.95, 0.96), Verdict.FASTER)).isEqualTo("faster, 4.3 % less");
    assertThat(words(new Estimate(1.74, 1.7, 1.8), Verdict.SLOWER)).isEqualTo("slower, 74 % more");
    assertThat(words(new Estimate(3.9, 3.7, 4.1), Verdict.SLOWER)).isEqualTo("slower, 3.90 × the time");
  }

  @Test
  void shouldSayMoreThanTheWordWhereNothingIsClear() {
    assertThat(words(new Estimate(1, 0.99, 1.01), Verdict.EQUIVALENT)).isEqualTo("equivalent, within 2 %");
    assertThat(words(new Estimate(1.1, Double.NaN, Double.NaN), Verdict.INCONCLUSIVE)).isEqualTo("inconclusive");
  }

  @Test
  void shouldSayHowManyMoreBlocksWouldTell() {
    Estimate wide = new Estimate(1.1, Double.NaN, Double.NaN);
    Summary sound = summary(RunStatus.SOUND);
    assertThat(VerdictWords.of(arm(wide, Verdict.INCONCLUSIVE, 40), sound))
        .isEqualTo("inconclusive; needs about 40 more blocks");
    assertThat(VerdictWords.note(arm(wide, Verdict.INCONCLUSIVE, 1), sound)).isEqualTo("needs about 1 more block");
  }

  @Test
  void shouldGiveNoVerdictOfARunThatIsNotToBeTrusted() {
    Summary failed = summary(RunStatus.DO_NOT_TRUST);
    ArmSummary slower = arm(new Estimate(3.9, 3.7, 4.1), Verdict.SLOWER, null);
    assertThat(VerdictWords.of(slower, failed)).isEqualTo("not to be trusted: a control failed");
    ArmSummary same = arm(new Estimate(1, 0.99, 1.01), Verdict.EQUIVALENT, 3);
    assertThat(VerdictWords.of(same, failed)).isEqualTo("not to be trusted: a control failed");
  }

  @Test
  void shouldSayTheMarginOfWhatDoesNotMatter() {
    ArmSummary same = arm(new Estimate(1, 0.99, 1.01), Verdict.EQUIVALENT, null);
    assertThat(VerdictWords.brief(same, summary(RunStatus.SOUND))).isEqualTo("equivalent, within 2\u00a0%");
    assertThat(VerdictWords.note(same, summary(RunStatus.SOUND))).isEmpty();
  }

  @Test
  void shouldSayWhichWayADifferenceGoesThatIsTooSmallToCall() {
    assertThat(words(new Estimate(1.05, 1.01, 1.09), Verdict.INCONCLUSIVE))
        .isEqualTo("inconclusive: slower, but perhaps by less than 2 %");
    assertThat(words(new Estimate(0.95, 0.91, 0.99), Verdict.INCONCLUSIVE))
        .isEqualTo("inconclusive: faster, but perhaps by less than 2 %");
    assertThat(words(new Estimate(1.13, 1.06, 1.22), Verdict.INCONCLUSIVE))
        .isEqualTo("inconclusive: slower, but among so many comparisons it may be chance");
    assertThat(words(new Estimate(1.05, 0.99, 1.11), Verdict.INCONCLUSIVE)).isEqualTo("inconclusive");
  }

  /** Rounded, the end nearer to 1 would look as if it were outside the margin. */
  @Test
  void shouldShowTheExactEndThatIsWithinTheMargin() {
    assertThat(words(new Estimate(1.04, 1.0164, 1.07), Verdict.INCONCLUSIVE))
        .isEqualTo("inconclusive: slower, but perhaps by less than 2 % (the interval begins at 1.0164)");
    assertThat(words(new Estimate(0.96, 0.94, 0.9804), Verdict.INCONCLUSIVE))
        .isEqualTo("inconclusive: faster, but perhaps by less than 2 % (the interval ends at 0.9804)");
  }

  @Test
  void shouldHaveNoVerdictWithoutLaunches() {
    assertThat(words(Estimate.NONE, null)).isEqualTo("n/a");
  }

  private static String words(Estimate ratio, Verdict verdict) {
    return VerdictWords.of(arm(ratio, verdict, null), summary(RunStatus.SOUND)).replace('\u00a0', ' ');
  }

  private static ArmSummary arm(Estimate ratio, Verdict verdict, Integer moreBlocks) {
    Arm arm = new Arm("a", "a", "A", "a.b", "A, b", "default", "jdk25", "noop", false, null, Map.of(), null, List.of(),
        null, null, null);
    Comparison comparison = new Comparison(ratio, 30, Double.NaN, Double.NaN, Double.NaN, verdict, moreBlocks);
    return new ArmSummary(arm, 30, 0, Estimate.NONE.value(), Estimate.NONE, Estimate.NONE, comparison, Estimate.NONE,
        Map.of(), Nothing.COUNTERS);
  }

  private static Summary summary(RunStatus status) {
    return new Summary(0.02, status, List.of(), List.of(), Estimate.NONE, List.of(), List.of(), Nothing.EFFORT,
        Nothing.SCENARIOS, List.of(), List.of(), List.of(), List.of(), List.of());
  }
}
