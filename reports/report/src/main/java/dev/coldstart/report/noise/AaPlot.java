package dev.coldstart.report.noise;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Launch;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.chart.Axis;
import dev.coldstart.report.chart.Dots;
import dev.coldstart.report.chart.LogAxis;
import dev.coldstart.report.chart.Quantiles;
import dev.coldstart.report.chart.Svg;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.ControlResult;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * The same command against itself, one dot a block: what the machine alone makes of nothing.
 *
 * @param ticks labels of the axis that all strips share; null when there is no such block
 * @param found what to see, in words
 * @param drawn which of the blocks are, where not all are; else empty
 */
public record AaPlot(Svg ticks, List<Strip> strips, String found, String drawn) {

  private static final int HEIGHT_PX = 34;
  private static final int SPREAD_PX = 18;
  private static final String GRID = "same-grid";

  /**
   * @param name the fixture, and profile and JDK where the run has several
   * @param blocks how many dots
   * @param mean of the ratios, with its interval
   */
  record Strip(String name, Svg drawing, String mean, String interval, int blocks, String least, String middle,
      String most) {}

  private record Same(Arm arm, List<Double> ratios, Estimate mean) {

    DoubleStream values() {
      return DoubleStream.concat(ratios.stream().mapToDouble(r -> r), DoubleStream.of(1, mean.low(), mean.high()));
    }
  }

  public static AaPlot of(RunView view) {
    List<Same> all = view.controls()
        .stream()
        .filter(arm -> arm.control().kind().equals(Arm.Control.AA))
        .map(arm -> new Same(arm, BlockRatios.of(view, arm), mean(view, arm)))
        .filter(same -> !same.ratios().isEmpty())
        .toList();
    Dots dots = Dots.of(all.stream().mapToLong(same -> same.ratios().size()).sum());
    return LogAxis.covering(all.stream().flatMapToDouble(Same::values))
        .map(axis -> new AaPlot(axis.labels(GRID, HEIGHT_PX),
            all.stream().map(same -> strip(view, same, axis, dots)).toList(), found(view, all),
            dots.words("block", "the bands and the table are")))
        .orElse(new AaPlot(null, List.of(), "", ""));
  }

  private static String found(RunView view, List<Same> all) {
    List<Same> bands = all.stream().filter(same -> same.mean().hasInterval()).toList();
    if (bands.isEmpty()) {
      return "There are too few blocks for a band.";
    }
    long held = bands.stream().filter(same -> same.mean().low() <= 1 && same.mean().high() >= 1).count();
    Same furthest = bands.stream().max(Comparator.comparingDouble(same -> same.mean().reachFromOne())).orElseThrow();
    String reach = " by " + Format.percent(furthest.mean().reachFromOne()) + ".";
    return bands.size() == 1
        ? "The band " + (held == 1 ? "covers 1" : "does not cover 1") + ", and reaches away from it" + reach
        : held + " of " + bands.size() + " bands cover 1; that of " + name(view, furthest)
            + " reaches furthest away from it," + reach;
  }

  private static String name(RunView view, Same same) {
    String variant = view.names().of(same.arm()).variant();
    return view.title(same.arm().fixture()) + (variant.isEmpty() ? "" : " (" + variant + ")");
  }

  /** The control's own where it was judged; what the summary says of the arm where not. */
  private static Estimate mean(RunView view, Arm arm) {
    return view.summary()
        .controls()
        .stream()
        .filter(control -> control.arm().key().equals(arm.key()))
        .filter(control -> control.kind().equals(Arm.Control.AA))
        .map(ControlResult::measured)
        .findFirst()
        .or(() -> view.summary()
            .arms()
            .stream()
            .filter(summary -> summary.arm().equals(arm))
            .map(ArmSummary::ratio)
            .findFirst())
        .orElse(Estimate.NONE);
  }

  private static Strip strip(RunView view, Same same, LogAxis axis, Dots dots) {
    Quantiles ratios = new Quantiles(same.ratios().stream().mapToDouble(r -> r).sorted().toArray());
    return new Strip(name(view, same), drawn(same, axis, dots), Format.number(same.mean().value(), "×"),
        Quantity.interval(same.mean()), same.ratios().size(), Format.number(ratios.at(0)),
        Format.number(ratios.at(0.5)), Format.number(ratios.at(1)));
  }

  private static Svg drawn(Same same, LogAxis axis, Dots dots) {
    Svg svg = Svg.stretched("strip same", HEIGHT_PX);
    Axis.grid(svg, GRID);
    if (same.mean().hasInterval()) {
      long low = Svg.across(axis.at(same.mean().low()));
      long high = Svg.across(axis.at(same.mean().high()));
      svg.leaf("path", "class", "band", "d", "M" + low + " 0H" + high + "v" + HEIGHT_PX + "H" + low + "z");
    }
    svg.leaf("path", "class", "one", "d", "M" + Svg.across(axis.at(1)) + " 0v" + HEIGHT_PX);
    double[] ratios = same.ratios().stream().mapToDouble(r -> r).toArray();
    dots.draw(svg, ratios, axis, (HEIGHT_PX - SPREAD_PX) / 2, SPREAD_PX);
    return svg.close();
  }

  /** How many times as long a control took as the arm that it repeats, block by block. */
  private static final class BlockRatios {

    private BlockRatios() {}

    /** Over the blocks in which both have a launch that counts, in their order. */
    public static List<Double> of(RunView view, Arm control) {
      Map<Integer, Double> repeated = view.repeatedBy(control).map(found -> byBlock(view, found)).orElse(Map.of());
      return byBlock(view, control).entrySet()
          .stream()
          .filter(block -> repeated.containsKey(block.getKey()))
          .map(block -> block.getValue() / repeated.get(block.getKey()))
          .toList();
    }

    private static Map<Integer, Double> byBlock(RunView view, Arm arm) {
      Map<Integer, Double> byBlock = new TreeMap<>();
      view.launchesOf(arm)
          .counted()
          .forEach(launch -> byBlock.put(launch.block(), launch.value(Launch::firstResponseNs)));
      return byBlock;
    }
  }
}
