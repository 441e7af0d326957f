package dev.coldstart.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantilesTest {

  @ParameterizedTest
  @CsvSource({"0.90, 29", "0.95, 59", "0.99, 299", "0.999, 2995"})
  void shouldWantEnoughValuesForAPercentile(double p, int enough) {
    assertThat(Quantiles.carried(p, enough)).isTrue();
    assertThat(Quantiles.carried(p, enough - 1)).isFalse();
  }

  @Test
  void shouldSayWhenThereAreTooFew() {
    assertThat(new Quantiles(new double[28]).text(0.9)).isEqualTo("n too small");
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
