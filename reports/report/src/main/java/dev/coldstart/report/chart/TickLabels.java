package dev.coldstart.report.chart;

import dev.coldstart.report.chart.CurvePlot.Tick;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Chooses the labelled values of an axis and aligns their labels, so that at the smallest width none overlaps another
 * or leaves the drawing. A wider drawing only moves them apart.
 *
 * @param leastPx smallest width of the drawing
 * @param wideScreenPx its smallest width on a screen that the style sheet treats as wide
 */
public record TickLabels(double leastPx, double wideScreenPx) {

  /** The width left on a screen of 320 px. */
  public static final TickLabels ACROSS_THE_PAGE = new TickLabels(285, 600);

  /** The width of a drawing in a table cell on paper. */
  public static final TickLabels IN_A_CELL = new TickLabels(110, 110);

  /** Next to the labels on its left. */
  static final TickLabels IN_A_PLOT = new TickLabels(221, 600);

  private static final double GAP_PX = 5;

  /** Letters in a drawing are larger by this factor than those that {@link Svg#textPx} measures. */
  private static final double LARGER = 12.0 / Svg.FONT_PX;

  boolean fit(List<Tick> ticks) {
    return IntStream.range(1, ticks.size())
        .allMatch(i -> fromPx(ticks.get(i)) >= fromPx(ticks.get(i - 1)) + widthPx(ticks.get(i - 1)) + GAP_PX);
  }

  /** All, or every second, every third, and so on. Always includes the one with the shortest label: 1 and not 0.98. */
  List<Tick> fitting(List<Tick> ticks) {
    int roundest =
        ticks.stream().min(Comparator.comparingInt(tick -> tick.label().length())).map(ticks::indexOf).orElse(0);
    return IntStream.iterate(1, step -> step + 1)
        .mapToObj(step -> IntStream.iterate(roundest % step, i -> i < ticks.size(), i -> i + step))
        .map(places -> places.mapToObj(ticks::get).toList())
        .filter(this::fit)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Each for which there is room beside those already chosen.
   *
   * @param ticks in the order in which they are chosen
   */
  List<Tick> chosen(List<Tick> ticks) {
    List<Tick> chosen = List.of();
    for (Tick tick : ticks) {
      List<Tick> more =
          Stream.concat(chosen.stream(), Stream.of(tick)).sorted(Comparator.comparingDouble(Tick::at)).toList();
      chosen = fit(more) ? more : chosen;
    }
    return chosen;
  }

  /** @param y of the text's baseline */
  void write(Svg svg, List<Tick> ticks, double y) {
    for (Tick tick : ticks) {
      String narrow = anchor(tick, leastPx);
      String wide = anchor(tick, wideScreenPx);
      svg.text("text", tick.label(), "class", narrow.equals(wide) ? null : "narrow-" + narrow, "x",
          Svg.percent(tick.at()), "y", y, "text-anchor", wide);
    }
  }

  private double fromPx(Tick tick) {
    double at = tick.at() / 100 * leastPx;
    return switch (anchor(tick, leastPx)) {
      case "start" -> at;
      case "end" -> at - widthPx(tick);
      default -> at - widthPx(tick) / 2;
    };
  }

  private static String anchor(Tick tick, double drawingPx) {
    double at = tick.at() / 100 * drawingPx;
    return at < widthPx(tick) / 2 ? "start" : at > drawingPx - widthPx(tick) / 2 ? "end" : "middle";
  }

  private static double widthPx(Tick tick) {
    return LARGER * Svg.textPx(tick.label());
  }
}
