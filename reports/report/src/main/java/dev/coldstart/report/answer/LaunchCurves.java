package dev.coldstart.report.answer;

import dev.coldstart.record.text.Format;
import dev.coldstart.report.chart.Axis;
import dev.coldstart.report.chart.CurvePlot.Axes;
import dev.coldstart.report.chart.CurvePlot;
import dev.coldstart.report.chart.CurvePlot.Place;
import dev.coldstart.report.chart.Curves.Stairs;
import dev.coldstart.report.chart.Curves;
import dev.coldstart.report.chart.LogAxis;
import dev.coldstart.report.chart.Quantiles;
import dev.coldstart.report.chart.TickLabels;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.stats.run.ArmSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The fraction of an arm's launches that had responded by a time: the empirical distribution function, on the axis of
 * the strips.
 *
 * @param samples the arms with enough launches, by their median
 * @param left in words, the arms without a curve because they have too few launches or there is no room; empty if there
 * are none
 * @param plot null if no arm has enough launches
 * @param unnumbered in words, the curves so close to others that there is no place for their number; empty if there are
 * none
 */
record LaunchCurves(List<Sample> samples, String left, CurvePlot plot, String unnumbered) {

  /** With fewer launches a curve has so few steps that the dots show more. */
  static final int FEWEST = LaunchStrips.FEWEST_FOR_BOX;

  /** With more launches a curve shows percentiles, so that its size stays the same. */
  static final int MOST_STEPS = 100;

  private static final List<Double> LEVELS = List.of(0.0, 0.25, 0.5, 0.75, 1.0);
  private static final int MOST_NAMED = 3;
  private static final int HEIGHT_PX = 240;

  /**
   * With more names the legend is taller than the drawing next to it. It then goes below the drawing, which is made
   * taller.
   */
  private static final int MOST_BESIDE = 10;
  private static final int HIGH_PX = 360;

  record Sample(ArmName name, Quantiles ms) {}

  static LaunchCurves of(LaunchStrips strips) {
    RunView view = strips.view();
    List<ArmSummary> measured = view.measured(strips.fixture());
    Map<Boolean, List<Sample>> byEnough = view.first(measured)
        .stream()
        .map(arm -> new Sample(view.name(arm.arm()), strips.quantiles(arm)))
        .collect(Collectors.partitioningBy(sample -> sample.ms().sorted().length >= FEWEST));
    List<Sample> samples = byEnough.get(true);
    List<String> few = byEnough.get(false).stream().map(sample -> sample.name().inSentence()).toList();
    String left = (tooFew(few, samples.isEmpty()) + " " + view.more(measured.size())).strip();
    return samples.isEmpty() ? new LaunchCurves(List.of(), left, null, "") : drawn(samples, left, strips.axis());
  }

  /** Whether there are too many names for one column. */
  boolean many() {
    return samples.size() > MOST_BESIDE;
  }

  private static LaunchCurves drawn(List<Sample> samples, String left, LogAxis axis) {
    int heightPx = samples.size() > MOST_BESIDE ? HIGH_PX : HEIGHT_PX;
    Axis parts = Axis.linear(1);
    Curves drawing = new Curves("curves", heightPx,
        new Axes(axis, axis.named(TickLabels.ACROSS_THE_PAGE), parts, parts.named(LEVELS, Format::percent)));
    List<List<Place>> curves = samples.stream().map(sample -> jumps(sample.ms(), axis)).toList();
    drawing.stairs(
        IntStream.range(0, curves.size()).mapToObj(i -> new Stairs(samples.get(i).name(), curves.get(i))).toList());
    List<Place> places = CurveNumbers.places(curves, heightPx);
    List<String> unnumbered = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      String number = Integer.toString(i + 1);
      if (places.get(i) == null) {
        unnumbered.add(number);
      } else {
        drawing.word(number, places.get(i));
      }
    }
    return new LaunchCurves(samples, left, drawing.plot(), unnumbered(unnumbered));
  }

  /** The main finding: the arm with the smallest median and the next one of another runtime; empty for a single arm. */
  String found() {
    if (samples.size() < 2) {
      return "";
    }
    Sample first = samples.get(0);
    Sample second = samples.stream()
        .filter(other -> !other.name().mark().equals(first.name().mark()))
        .findFirst()
        .orElse(samples.get(1));
    double fastest = second.ms().at(0);
    int n = first.ms().sorted().length;
    long before = Arrays.stream(first.ms().sorted()).filter(ms -> ms < fastest).count();
    String part =
        before == n ? "All " + n + " launches" : (before == 0 ? "None" : before) + " of the " + n + " launches";
    return part + " of " + first.name().inSentence() + " took less time than the fastest of "
        + second.name().inSentence() + ".";
  }

  static String unnumbered(List<String> numbers) {
    return numbers.isEmpty() ? "" : "No free place on the curve for its number: " + String.join(", ", numbers) + ".";
  }

  /**
   * @param all whether no arm has more launches
   * @return empty if no arm has too few
   */
  static String tooFew(List<String> names, boolean all) {
    if (names.isEmpty()) {
      return "";
    }
    if (all) {
      return "No curves: no arm has " + FEWEST + " launches that count. Dots and table only.";
    }
    String who = names.size() > MOST_NAMED ? names.size() + " arms" : String.join("; ", names);
    return who + (names.size() == 1 ? " has" : " have") + " fewer than " + FEWEST
        + " launches that count: dots and table only.";
  }

  /** One step per launch, or one per percent. */
  static List<Place> jumps(Quantiles ms, LogAxis axis) {
    int n = ms.sorted().length;
    int steps = Math.min(n, MOST_STEPS);
    // The smallest value that this fraction of the launches does not exceed.
    return IntStream.rangeClosed(1, steps)
        .mapToObj(i -> new Place(axis.at(ms.sorted()[(int) (((long) i * n - 1) / steps)]), 100.0 * i / steps))
        .toList();
  }

  /**
   * Places each curve's number on the curve, so that neither colour nor dashes are needed: as far as possible from the
   * other curves, and not on another number, even on a narrow screen.
   */
  static final class CurveNumbers {

    /** Size of two digits with some space. */
    private static final double HIGH_PX = 15;
    private static final double WIDE_PX = 18;

    /** The drawing's width on the narrowest screen: 320 px minus the page's margins, a scroll bar and the scale. */
    private static final double NARROWEST_PX = 200;

    private static final double WIDE = 100 * WIDE_PX / NARROWEST_PX;

    private CurveNumbers() {}

    /**
     * @param curves each increasing and ending at 100
     * @return null for a curve without a free place
     */
    static List<Place> places(List<List<Place>> curves, int heightPx) {
      double high = 100 * HIGH_PX / heightPx;
      List<Place> places = new ArrayList<>();
      for (List<Place> curve : curves) {
        places.add(DoubleStream.iterate(high, up -> up <= 100 - high, up -> up + high / 2)
            .mapToObj(up -> new Place(across(curve, up), up))
            .filter(here -> places.stream().noneMatch(other -> other != null && meet(other, here, high)))
            .max(Comparator.comparingDouble(here -> distance(curves, curve, here)))
            .orElse(null));
      }
      return places;
    }

    private static double across(List<Place> curve, double up) {
      return curve.stream().filter(point -> point.up() >= up).findFirst().orElseThrow().across();
    }

    private static double distance(List<List<Place>> curves, List<Place> own, Place here) {
      return curves.stream()
          .filter(other -> other != own)
          .mapToDouble(other -> Math.abs(across(other, here.up()) - here.across()))
          .min()
          .orElse(0);
    }

    private static boolean meet(Place one, Place other, double high) {
      return Math.abs(one.across() - other.across()) < WIDE && Math.abs(one.up() - other.up()) < high;
    }
  }
}
