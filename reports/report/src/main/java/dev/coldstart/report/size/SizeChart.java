package dev.coldstart.report.size;

import dev.coldstart.report.chart.CurvePlot;
import dev.coldstart.report.chart.CurvePlot.Axes;
import dev.coldstart.report.chart.CurvePlot.Curve;
import dev.coldstart.report.chart.CurvePlot.Mark;
import dev.coldstart.report.chart.CurvePlot.Point;
import dev.coldstart.report.chart.Curves;
import dev.coldstart.report.chart.LogAxis;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.size.SizeCost;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The cost of one arm by module size, one curve for each series, on two logarithmic axes.
 *
 * @param title in words, what is drawn
 */
record SizeChart(String title, CurvePlot plot) {

  private static final int HEIGHT_PX = 180;

  /**
   * One chart for each list of costs, all with the same axes. Those without a positive time are left out.
   *
   * @param series all of the run, in its order: each has one look in all charts
   * @param all each list is of one arm and phase
   * @param titles one for each list
   */
  static List<SizeChart> of(List<String> series, List<List<SizeCost>> all, List<String> titles) {
    List<SizeCost.At> points = all.stream().flatMap(List::stream).flatMap(cost -> cost.at().stream()).toList();
    Optional<LogAxis> ms = LogAxis.covering(points.stream()
        .map(SizeCost.At::ms)
        .flatMapToDouble(time -> DoubleStream.of(time.value(), time.low(), time.high())));
    Optional<LogAxis> bytes = LogAxis.covering(points.stream().mapToDouble(SizeCost.At::wasmBytes));
    if (ms.isEmpty() || bytes.isEmpty()) {
      return List.of();
    }
    Axes axes = new Axes(bytes.get(), bytes.get().named(bytes.get().powersOfTen(), Quantity::tickOfSize), ms.get(),
        ms.get().named(upward(ms.get()), value -> Quantity.tickOfTime(value * 1e6)));
    return IntStream.range(0, all.size())
        .mapToObj(i -> new SizeChart(titles.get(i), plot(series, all.get(i), axes)))
        .toList();
  }

  /** Round values only, unless there would be hardly any. */
  private static List<Double> upward(LogAxis ms) {
    return ms.powersOfTen().size() > 1 ? ms.powersOfTen() : ms.ticks();
  }

  private static CurvePlot plot(List<String> series, List<SizeCost> costs, Axes axes) {
    List<Curve> curves = IntStream.range(0, series.size())
        .mapToObj(i -> Curve.marked(look(series, i), points(costs, series.get(i))))
        .toList();
    List<Mark> ends = costs.stream()
        .filter(cost -> cost.beyond() != null && cost.end().ms().value() > 0)
        .map(cost -> new Mark(look(series, series.indexOf(cost.series())), cost.end().wasmBytes(),
            cost.end().ms().value(), "the line ends at " + Quantity.size(cost.end().wasmBytes())))
        .toList();
    return new Curves("curves interval", HEIGHT_PX, axes).plot(curves, ends);
  }

  private static ArmName look(List<String> series, int place) {
    return new ArmName(new ArmName.Mark(place + 1), SizeWords.series(series.get(place)), "", place);
  }

  /** Without what a logarithmic axis cannot show. */
  private static List<Point> points(List<SizeCost> costs, String series) {
    return costs.stream()
        .filter(cost -> Objects.equals(cost.series(), series))
        .flatMap(cost -> cost.at().stream())
        .filter(at -> at.ms().value() > 0)
        .map(at -> new Point(at.wasmBytes(), drawn(at.ms())))
        .toList();
  }

  private static Estimate drawn(Estimate ms) {
    return ms.low() > 0 ? ms : Estimate.withoutInterval(ms.value());
  }
}
