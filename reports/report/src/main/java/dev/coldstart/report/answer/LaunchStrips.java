package dev.coldstart.report.answer;

import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.chart.Axis;
import dev.coldstart.report.chart.Dots;
import dev.coldstart.report.chart.LogAxis;
import dev.coldstart.report.chart.Quantiles;
import dev.coldstart.report.chart.Svg;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.run.ArmSummary;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Every counted launch as a dot, to show what a mean would hide.
 *
 * @param axis shared by all strips; null if no launch counts
 */
public record LaunchStrips(RunView view, FixtureFacts fixture, LogAxis axis) {

  /** With fewer launches a box says less than the dots. */
  public static final int FEWEST_FOR_BOX = 10;

  private static final int HEIGHT_PX = 40;
  private static final int DOTS_TOP_PX = 5;
  private static final int DOTS_PX = 18;
  private static final int BOX_TOP_PX = 28;
  private static final int BOX_PX = 8;

  public static LaunchStrips of(RunView view, FixtureFacts fixture) {
    DoubleStream all = view.measured(fixture).stream().flatMapToDouble(arm -> Arrays.stream(ms(view, arm)));
    return new LaunchStrips(view, fixture, LogAxis.covering(all).orElse(null));
  }

  /** In the order in which the launches ended. */
  private static double[] ms(RunView view, ArmSummary arm) {
    return Launch.valuesMs(view.countedOf(arm.arm()), Launch::firstResponseNs);
  }

  Quantiles quantiles(ArmSummary arm) {
    return Quantiles.ofMs(view.countedOf(arm.arm()));
  }

  /** The labels of the axis that all strips share. */
  Svg ticks() {
    return axis.labels(grid(), HEIGHT_PX);
  }

  /** The labels of the linear axis that a reader can choose instead. */
  Svg linearTicks() {
    return Axis.linear(axis.high()).labels(grid(), HEIGHT_PX);
  }

  private String grid() {
    return "strip-grid-" + view.fixtures().indexOf(fixture);
  }

  /** Says which launches are drawn if not all are; otherwise empty. */
  String drawn() {
    return dots().words("launch", "the boxes and the table are");
  }

  /** For the whole page, so that each dot represents the same number of launches. */
  private Dots dots() {
    return Dots.of(view.fixtures().stream().flatMap(any -> view.measured(any).stream()).mapToLong(ArmSummary::n).sum());
  }

  Svg strip(ArmSummary arm) {
    double[] ms = ms(view, arm);
    Svg svg = Svg.stretched("strip", HEIGHT_PX);
    Axis.grid(svg, grid());
    dots().draw(svg, ms, axis, DOTS_TOP_PX, DOTS_PX);
    if (ms.length >= FEWEST_FOR_BOX) {
      box(svg, quantiles(arm));
    }
    return svg.close();
  }

  private void box(Svg svg, Quantiles ms) {
    long left = Svg.across(axis.at(ms.at(0.25)));
    long middle = BOX_TOP_PX + BOX_PX / 2;
    svg.leaf("path", "class", "whisker", "d",
        "M" + Svg.across(axis.at(ms.at(0))) + " " + middle + "H" + Svg.across(axis.at(ms.at(1))));
    svg.leaf("path", "class", "box", "d",
        "M" + left + " " + BOX_TOP_PX + "H" + Svg.across(axis.at(ms.at(0.75))) + "v" + BOX_PX + "H" + left + "z");
    svg.leaf("path", "class", "median", "d",
        "M" + Svg.across(axis.at(ms.at(0.5))) + " " + (BOX_TOP_PX - 3) + "v" + (BOX_PX + 6));
  }

  /** The tooltip of a strip. The table has the same numbers. */
  String tip(ArmSummary arm) {
    Quantiles ms = quantiles(arm);
    return "median " + Quantity.withInterval(Format.number(arm.firstResponseMs().value(), "ms"), arm.firstResponseMs())
        + "; " + Format.count(ms.sorted().length, "launch", "launches") + " from " + Format.number(ms.at(0)) + " to "
        + Format.number(ms.at(1), "ms");
  }

  /** The main finding: the arm whose launches vary most; empty if no launch counts. */
  public String found() {
    List<ArmSummary> all = view.measured(fixture);
    return all.stream()
        .filter(arm -> quantiles(arm).sorted().length >= FEWEST_FOR_BOX)
        .max(Comparator.comparingDouble(arm -> tail(quantiles(arm))))
        .map(this::spread)
        .orElseGet(() -> ofFew(all));
  }

  private static double tail(Quantiles ms) {
    return ms.at(1) / ms.at(0.5);
  }

  private String spread(ArmSummary arm) {
    Quantiles ms = quantiles(arm);
    return "Longest tail: " + view.name(arm.arm()).inSentence() + "; the middle half of its launches took "
        + range(ms.at(0.25), ms.at(0.75)) + " ms, its slowest " + VerdictWords.times(tail(ms)) + " its median.";
  }

  private String ofFew(List<ArmSummary> all) {
    return all.stream()
        .filter(arm -> quantiles(arm).sorted().length > 1)
        .max(Comparator.comparingDouble(arm -> quantiles(arm).at(1) / quantiles(arm).at(0)))
        .map(arm -> "Widest range: " + view.name(arm.arm()).inSentence() + "; its " + quantiles(arm).sorted().length
            + " launches took " + range(quantiles(arm).at(0), quantiles(arm).at(1)) + " ms.")
        .orElse(all.isEmpty() ? "" : "No arm has a second launch that counts: how much launches vary is not known.");
  }

  private static String range(double low, double high) {
    return Format.number(low).equals(Format.number(high))
        ? "about " + Format.number(low)
        : Format.number(low) + " to " + Format.number(high);
  }
}
