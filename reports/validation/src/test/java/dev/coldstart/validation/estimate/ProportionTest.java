package dev.coldstart.validation.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.coldstart.stats.estimate.Estimate;
import org.junit.jupiter.api.Test;

class ProportionTest {

  /** Expected values from R: binom.test(5, 100), binom.test(0, 100), binom.test(100, 100). */
  @Test
  void shouldGiveTheIntervalOfClopperAndPearson() {
    shouldBe(new Proportion(5, 100), 0.05, 0.01643, 0.11283);
    shouldBe(new Proportion(0, 100), 0, 0, 0.03622);
    shouldBe(new Proportion(100, 100), 1, 0.96378, 1);
  }

  @Test
  void shouldSayNothingOfNothing() {
    assertThat(new Proportion(0, 0).value()).isNaN();
    assertThat(new Proportion(0, 0).estimate()).isEqualTo(Estimate.NONE);
  }

  @Test
  void shouldRefuseMoreThanAll() {
    assertThatThrownBy(() -> new Proportion(3, 2)).hasMessage("seen=3 of=2");
  }

  private static void shouldBe(Proportion proportion, double value, double low, double high) {
    assertThat(proportion.estimate().value()).isEqualTo(value, within(1e-12));
    assertThat(proportion.estimate().low()).isEqualTo(low, within(1e-5));
    assertThat(proportion.estimate().high()).isEqualTo(high, within(1e-5));
  }
}
