package dev.coldstart.stats.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DivergenceTest {

  /** The series of Apache Otava's own test of the divergence. */
  static final double[] OTAVA = {0.3, 2.4, 1.5, -0.9, -0.5, 99.7, 98.3, 99.1, 149.0, 149.7, 149.5, 149.1, 148.8, 150.0};

  private final Divergence divergence = new Divergence(OTAVA);

  /** Against sums over all pairs, in Python. The first part of the last has one value, so no distances of its own. */
  @ParameterizedTest
  @CsvSource({"0, 5, 8, 364.3", "0, 5, 14, 761.2821428571426", "5, 8, 14, 198.26666666666668", "0, 1, 3, 1.6"})
  void shouldMeasureHowDifferentTwoPartsAre(int from, int at, int to, double expected) {
    assertThat(divergence.q(from, at, to)).isCloseTo(expected, within(1e-9));
  }

  @Test
  void shouldDivideARangeWhereItsPartsDifferMost() {
    Divergence.Best best = divergence.best(0, OTAVA.length, 2);
    assertThat(best.at()).isEqualTo(5);
    assertThat(best.q()).isCloseTo(761.2821428571426, within(1e-9));
    assertThat(divergence.best(5, OTAVA.length, 2).at()).isEqualTo(8);
  }

  @Test
  void shouldNotDivideARangeThatIsTooShort() {
    assertThat(divergence.best(0, 3, 2)).isNull();
    assertThat(divergence.best(0, 4, 2).at()).isEqualTo(2);
  }

  /** A rise that is soon followed by another change is found all the same, because the second part may end early. */
  @Test
  void shouldNotLetALaterChangeHideTheFirst() {
    double[] bump = {0, 1, 0, 1, 0, 1, 9, 10, 9, 0, 1, 0, 1, 0, 1};
    assertThat(new Divergence(bump).best(0, bump.length, 2).at()).isIn(6, 9);
  }
}
