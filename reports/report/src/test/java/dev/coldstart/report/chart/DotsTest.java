package dev.coldstart.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DotsTest {

  private static final Axis AXIS = Axis.linear(100);
  private static final Pattern MOVE = Pattern.compile("m(-?[0-9]+) ?(-?[0-9]+)z");

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
  void shouldTakeSomeSixCharactersADot() {
    double[] values = IntStream.range(0, 100).mapToDouble(i -> 10 + i * 37 % 100 / 2.0).toArray();
    assertThat(drawn(values).length()).isLessThan(100 * 7 + 200);
  }

  @Test
  void shouldDrawNothingOfNothing() {
    assertThat(drawn(new double[0])).doesNotContain("path");
  }

  private static String drawn(double[] values) {
    Svg svg = Svg.stretched("strip", 40);
    Dots.draw(svg, values, AXIS, 5, 18);
    return svg.close().toString();
  }

  /** Each dot's place, from the moves of its path. */
  private static List<long[]> places(String svg) {
    List<long[]> places = new ArrayList<>();
    Matcher path = Pattern.compile("d=\"([^\"]*)\"").matcher(svg);
    while (path.find()) {
      long[] at = {0, 0};
      Matcher move = MOVE.matcher(path.group(1));
      while (move.find()) {
        at[0] += Long.parseLong(move.group(1));
        at[1] += Long.parseLong(move.group(2));
        places.add(at.clone());
      }
    }
    return places;
  }
}
