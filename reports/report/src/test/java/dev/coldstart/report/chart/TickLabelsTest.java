package dev.coldstart.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.text.Format;
import dev.coldstart.report.chart.CurvePlot.Curve;
import dev.coldstart.report.chart.CurvePlot.Point;
import dev.coldstart.report.chart.CurvePlot.Tick;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.stats.estimate.Estimate;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TickLabelsTest {

  private static final TickLabels ROOM = TickLabels.IN_A_CELL;

  @Test
  void shouldNameAllWhereThereIsRoom() {
    List<Tick> ticks = List.of(new Tick(0, "1"), new Tick(50, "2"), new Tick(100, "3"));
    assertThat(ROOM.fitting(ticks)).isEqualTo(ticks);
  }

  @Test
  void shouldLeaveOutEverySecondAndKeepTheRoundest() {
    List<Tick> ticks = List.of(new Tick(5, "0.96"), new Tick(27.5, "0.98"), new Tick(50, "1"), new Tick(72.5, "1.02"),
        new Tick(95, "1.04"));
    assertThat(ROOM.fitting(ticks)).extracting(Tick::label).containsExactly("0.96", "1", "1.04");
  }

  @Test
  void shouldChooseInTheGivenOrderAndKeepTheOrderOfTheAxis() {
    List<Tick> ticks = List.of(new Tick(40, "p90"), new Tick(70, "p99"), new Tick(84, "p99.9"), new Tick(3, "p50"));
    assertThat(ROOM.chosen(ticks)).extracting(Tick::label).containsExactly("p50", "p90", "p99");
    Tick beside = new Tick(30, "p50");
    assertThat(ROOM.chosen(List.of(ticks.get(0), ticks.get(1), beside))).doesNotContain(beside).hasSize(2);
  }

  /** AWS Lambda's sizes, on the narrowest screen. */
  @Test
  void shouldNameEachOfFiveSizes() {
    List<Curve> curves = List.of(Curve.marked(new ArmName(new ArmName.Mark(0), "A", "", 0),
        IntStream.of(128, 256, 512, 1024, 1769).mapToObj(mb -> new Point(mb, Estimate.withoutInterval(1))).toList()));
    String drawing = Curves.overCounts(curves, Axis.linear(1), Format::tick).curves().toString();
    assertThat(drawing).contains(">128<", ">256<", ">512<", ">1024<", ">1769<");
  }

  @Test
  void shouldLetNoNamesMeetWhateverTheAxis() {
    Random random = new Random(4);
    IntStream.range(0, 2_000).forEach(i -> {
      double low = Math.exp(random.nextDouble(-9, 9));
      double high = low * Math.exp(random.nextDouble() * random.nextDouble(9));
      List<Tick> named = LogAxis.covering(DoubleStream.of(low, high)).orElseThrow().named(ROOM);
      assertThat(ROOM.fit(named)).as("%s to %s: %s", low, high, named).isTrue();
      assertThat(named).as("%s to %s", low, high).isNotEmpty();
    });
  }

  @Test
  void shouldPreferRoundNamesOfALogarithmicAxis() {
    LogAxis axis = LogAxis.covering(DoubleStream.of(0.399, 3.75)).orElseThrow();
    assertThat(axis.named(ROOM)).extracting(Tick::label).containsExactly("0.5", "1", "2");
  }
}
