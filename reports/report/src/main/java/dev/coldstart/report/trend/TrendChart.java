package dev.coldstart.report.trend;

import dev.coldstart.record.history.HistoryLine;
import dev.coldstart.report.chart.LogAxis;
import dev.coldstart.report.chart.Svg;
import dev.coldstart.stats.estimate.Estimate;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A small drawing of one arm's ratio over the nights: a dot and a vertical line for its interval, joined within one
 * kind of machine. Nights that are not trusted are hollow and not joined. Vertical lines through the drawing mark
 * confirmed changes, other versions and other machines.
 *
 * @param runs all runs of the page, the oldest first: each has the same position in every drawing
 */
record TrendChart(Trend trend, List<String> runs) {

  private static final int HEIGHT_PX = 64;

  static String run(HistoryLine line) {
    return line.startedAt().toString();
  }

  private List<HistoryLine> shown() {
    return trend.lines().stream().filter(line -> runs.contains(run(line))).toList();
  }

  /** Null if no night is shown. */
  Svg drawn() {
    List<HistoryLine> lines = shown();
    LogAxis axis = LogAxis.covering(lines.stream().flatMapToDouble(line -> {
      Estimate ratio = ratio(line);
      return DoubleStream.of(ratio.value(), ratio.low(), ratio.high());
    })).orElse(null);
    if (axis == null) {
      return null;
    }
    Svg svg = Svg.inPage("class", "past nights", "viewBox", "0 0 " + Svg.ACROSS + " " + HEIGHT_PX,
        "preserveAspectRatio", "none", "width", "100%", "height", HEIGHT_PX, "aria-hidden", true);
    path(svg, "versions", differing(lines, (before, after) -> !Versions.changed(before, after).isEmpty()));
    path(svg, "machines", differing(lines, (before, after) -> !before.machine().isLike(after.machine())));
    path(svg, "changed", changes());
    for (Trend.Series series : trend.series()) {
      path(svg, "between", joined(series.nights().stream().filter(lines::contains), axis));
    }
    path(svg, "ranges", of(lines, HistoryLine::hasInterval,
        line -> "M" + x(line) + " " + y(axis, line.ratioLow()) + "V" + y(axis, line.ratioHigh())));
    // Lines of length 0, whose round ends are the dots: they stay round if the drawing is stretched.
    path(svg, "dots", of(lines, Trend::counts, line -> "M" + at(axis, line) + "h0"));
    path(svg, "dots", of(lines, line -> !Trend.counts(line), line -> "M" + at(axis, line) + "h0"));
    path(svg, "hollow", of(lines, line -> !Trend.counts(line), line -> "M" + at(axis, line) + "h0"));
    return svg.close();
  }

  private static void path(Svg svg, String cssClass, String d) {
    if (!d.isEmpty()) {
      svg.leaf("path", "class", cssClass, "d", d);
    }
  }

  private static String of(List<HistoryLine> lines, Predicate<HistoryLine> which, Function<HistoryLine, String> drawn) {
    return lines.stream().filter(which).map(drawn).collect(Collectors.joining());
  }

  private String joined(Stream<HistoryLine> nights, LogAxis axis) {
    List<String> points = nights.map(line -> at(axis, line)).toList();
    return points.size() < 2 ? "" : "M" + String.join("L", points);
  }

  private String changes() {
    return trend.series()
        .stream()
        .flatMap(series -> series.changes()
            .stream()
            .filter(change -> change.point().isConfirmed())
            .map(change -> series.nights().get(change.point().at())))
        .filter(line -> runs.contains(run(line)))
        .map(this::upright)
        .collect(Collectors.joining());
  }

  private String differing(List<HistoryLine> lines, BiPredicate<HistoryLine, HistoryLine> differ) {
    return IntStream.range(1, lines.size())
        .filter(i -> differ.test(lines.get(i - 1), lines.get(i)))
        .mapToObj(i -> upright(lines.get(i)))
        .collect(Collectors.joining());
  }

  /** Just before the night. */
  private String upright(HistoryLine line) {
    return "M" + Math.round((runs.indexOf(run(line)) + 0.05) * Svg.ACROSS / runs.size()) + " 0V" + HEIGHT_PX;
  }

  private static Estimate ratio(HistoryLine line) {
    return line.hasInterval()
        ? new Estimate(line.ratio(), line.ratioLow(), line.ratioHigh())
        : Estimate.withoutInterval(line.ratio());
  }

  private String at(LogAxis axis, HistoryLine line) {
    return x(line) + " " + y(axis, line.ratio());
  }

  private String x(HistoryLine line) {
    return Long.toString(Math.round((runs.indexOf(run(line)) + 0.5) * Svg.ACROSS / runs.size()));
  }

  private static String y(LogAxis axis, double ratio) {
    return Svg.number(Math.round(10 * HEIGHT_PX * (1 - axis.at(ratio) / 100)) / 10.0);
  }
}
