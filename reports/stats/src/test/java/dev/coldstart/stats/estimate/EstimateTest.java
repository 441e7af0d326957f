package dev.coldstart.stats.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EstimateTest {

  @Test
  void shouldReachAsFarAsTheEndThatIsFurtherFromOne() {
    assertThat(new Estimate(1, 0.95, 1.01).reachFromOne()).isCloseTo(0.05, within(1e-12));
    assertThat(new Estimate(1, 0.99, 1.03).reachFromOne()).isCloseTo(0.03, within(1e-12));
    assertThat(new Estimate(1.03, 1.02, 1.04).reachFromOne()).isCloseTo(0.04, within(1e-12));
  }

  @Test
  void shouldReachNowhereKnownWithoutAnInterval() {
    assertThat(Estimate.NONE.reachFromOne()).isNaN();
  }
}
