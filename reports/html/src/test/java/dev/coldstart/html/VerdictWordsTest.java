package dev.coldstart.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.results.Arm;
import dev.coldstart.stats.ArmSummary;
import dev.coldstart.stats.Comparison;
import dev.coldstart.stats.Estimate;
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
  void shouldHaveNoVerdictWithoutLaunches() {
    assertThat(words(Estimate.NONE, null)).isEqualTo("n/a");
  }

  private static String words(Estimate ratio, Verdict verdict) {
    Arm arm =
        new Arm(
            "a", "a", "A", "a.b", "A, b", "default", "jdk25", "noop", false, null, Map.of(), null, List.of(), null, null);
    ArmSummary summary =
        new ArmSummary(
            arm, 30, 0, Estimate.NONE, new Comparison(ratio, 0.02, Double.NaN, Double.NaN, Double.NaN, verdict, null), Map.of(), Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    return VerdictWords.withInterval(summary, 0.02).replace('\u00a0', ' ');
  }
}
