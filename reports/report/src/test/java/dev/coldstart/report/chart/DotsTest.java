package dev.coldstart.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotsTest {

  private static final Axis AXIS = Axis.linear(100);
  private static final Pattern MOVE = Pattern.compile("M([0-9]+) ([0-9]+)z");

  @Test
  void shouldPlaceEachValueWhereItLiesOnTheAxis() {
    double[] values = {90, 10, 50, 50, 70, 30};
    List<Long> across = places(drawn(values)).stream().map(place -> place[0]).sorted().toList();
    assertThat(across)
        .containsExactlyElementsOf(IntStream.of(10, 30, 50, 50, 70, 90).mapToObj(v -> Svg.across(AXIS.at(v))).toList());
  }

  @Test
  void shouldSpreadNeighboursOverTheHeightAndStayInIt() {
    double[] values = IntStream.range(0, 64).mapToDouble(i -> i + 1).toArray();
    List<Long> heights = places(drawn(values)).stream().map(place -> place[1]).distinct().toList();
    assertThat(heights).hasSizeGreaterThan(15).allMatch(px -> px >= 5 && px <= 23);
  }

  @Test
  void shouldTakeSomeNineCharactersADot() {
    double[] values = IntStream.range(0, 100).mapToDouble(i -> 10 + i * 37 % 100 / 2.0).toArray();
    assertThat(drawn(values).length()).isLessThan(100 * 9 + 200);
  }

  @Test
  void shouldDrawNothingOfNothing() {
    assertThat(drawn(new double[0])).doesNotContain("path");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "20000, 1", "20001, 2", "540000, 27"})
  void shouldDrawAllUpToTwentyThousand(long values, int every) {
    assertThat(Dots.of(values).every()).isEqualTo(every);
  }

  @Test
  void shouldDrawEveryNthFromTheFirst() {
    double[] values = IntStream.range(0, 100).mapToDouble(i -> i).toArray();
    assertThat(places(drawn(new Dots(25), values)).stream().map(place -> place[0])).containsExactlyInAnyOrder(0L, 250L,
        500L, 750L);
    assertThat(places(drawn(new Dots(3), new double[] {50, 1, 1, 60}))).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"2, 2nd", "3, 3rd", "4, 4th", "11, 11th", "12, 12th", "13, 13th", "21, 21st", "112, 112th", "122, 122nd"})
  void shouldSayWhichAreDrawn(int every, String ordinal) {
    assertThat(new Dots(every).words("launch", "the table is"))
        .isEqualTo("Every " + ordinal + " launch is drawn; the table is based on all.");
    assertThat(new Dots(1).words("launch", "the table is")).isEmpty();
  }

  private static String drawn(double[] values) {
    return drawn(new Dots(1), values);
  }

  private static String drawn(Dots dots, double[] values) {
    Svg svg = Svg.stretched("strip", 40);
    dots.draw(svg, values, AXIS, 5, 18);
    return svg.close().toString();
  }

  /** Each dot's position, from its path. */
  private static List<long[]> places(String svg) {
    List<long[]> places = new ArrayList<>();
    Matcher path = Pattern.compile("d=\"([^\"]*)\"").matcher(svg);
    while (path.find()) {
      Matcher move = MOVE.matcher(path.group(1));
      while (move.find()) {
        places.add(new long[] {Long.parseLong(move.group(1)), Long.parseLong(move.group(2))});
      }
    }
    return places;
  }
}
