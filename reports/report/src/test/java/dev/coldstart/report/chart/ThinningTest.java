package dev.coldstart.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThinningTest {

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "40000, 1", "40001, 2", "1000000, 25", "10000000000, 250000"})
  void shouldDrawAllUpToFortyThousand(long counted, int every) {
    assertThat(Thinning.ofLaunches(counted).every()).isEqualTo(every);
  }

  @Test
  void shouldKeepTheLeastAndTheMostOfEachStrip() {
    double[] values = IntStream.range(0, 100).mapToDouble(i -> i == 33 ? -7 : i == 34 ? 1_000 : i).toArray();
    assertThat(new Thinning(25).drawn(values)).containsExactly(0, 25, -7, 1_000, 50, 75);
    assertThat(new Thinning(25).drawn(new double[] {3, 3, 3})).containsExactly(3);
    assertThat(new Thinning(25).drawn(new double[0])).isEmpty();
  }

  @Test
  void shouldDrawEachWhereAllAreDrawn() {
    double[] values = {3, 1, 2, 2};
    assertThat(new Thinning(1).drawn(values)).containsExactly(values);
  }

  @ParameterizedTest
  @CsvSource({"2, 2nd", "3, 3rd", "4, 4th", "11, 11th", "12, 12th", "13, 13th", "21, 21st", "112, 112th", "122, 122nd"})
  void shouldSayWhichAreDrawn(int every, String ordinal) {
    assertThat(new Thinning(every).words("launch", "the fastest", "the table is"))
        .isEqualTo("Every " + ordinal + " launch is drawn, and the fastest; the table is of all.");
    assertThat(new Thinning(1).words("launch", "the fastest", "the table is")).isEmpty();
  }
}
