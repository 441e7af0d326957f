package dev.coldstart.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantilesTest {

  @Test
  void shouldSayWhenThereAreTooFew() {
    assertThat(new Quantiles(new double[28]).percentile(90)).isEqualTo("n too small");
  }

  @Test
  void shouldInterpolateBetweenNeighbours() {
    Quantiles four = new Quantiles(new double[] {1, 2, 3, 10});
    assertThat(four.at(0)).isEqualTo(1);
    assertThat(four.at(0.25)).isEqualTo(1.75);
    assertThat(four.at(0.5)).isEqualTo(2.5);
    assertThat(four.at(1)).isEqualTo(10);
  }

  @Test
  void shouldHaveNoQuantileOfNothing() {
    assertThat(new Quantiles(new double[0]).at(0.5)).isNaN();
  }
}
