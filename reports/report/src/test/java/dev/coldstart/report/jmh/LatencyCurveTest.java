package dev.coldstart.report.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.JmhResult.Sample;
import dev.coldstart.report.chart.CurvePlot.Point;
import dev.coldstart.stats.estimate.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyCurveTest {

  private final SteadyState.LatencyCurve curve =
      new SteadyState.LatencyCurve(List.of(new Sample(800, 10), new Sample(100, 900), new Sample(150, 90)));

  @Test
  void shouldReadPercentilesFromCounts() {
    assertThat(curve.count()).isEqualTo(1000);
    assertThat(curve.at(0.5)).isEqualTo(100);
    assertThat(curve.at(0.9)).isEqualTo(100);
    assertThat(curve.at(0.901)).isEqualTo(150);
    assertThat(curve.at(0.99)).isEqualTo(150);
    assertThat(curve.at(1)).isEqualTo(800);
  }

  @Test
  void shouldReachFromTheFastestCallToTheSlowest() {
    List<Point> points = curve.points();
    assertThat(points.get(0)).isEqualTo(new Point(1, Estimate.withoutInterval(100)));
    assertThat(points.get(points.size() - 1)).isEqualTo(new Point(1000, Estimate.withoutInterval(800)));
    assertThat(points).extracting(point -> point.value().value()).isSorted();
  }

  @Test
  void shouldSayWhenSamplesAreTooFew() {
    assertThat(curve.percentileUs(99)).isEqualTo("0.150");
    assertThat(curve.percentileUs(99.9)).isEqualTo("n too small");
  }

  @Test
  void shouldHaveNoPointsOfNothing() {
    SteadyState.LatencyCurve nothing = new SteadyState.LatencyCurve(List.of());
    assertThat(nothing.points()).isEmpty();
    assertThat(nothing.at(0.5)).isNaN();
  }
}
