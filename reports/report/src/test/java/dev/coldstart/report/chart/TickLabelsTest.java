package dev.coldstart.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.report.chart.CurvePlot.Tick;
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
