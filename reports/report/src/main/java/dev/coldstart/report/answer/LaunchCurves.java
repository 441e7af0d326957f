package dev.coldstart.report.answer;

import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.chart.Curves;
import dev.coldstart.report.chart.Curves.Point;
import dev.coldstart.report.chart.Curves.Stairs;
import dev.coldstart.report.chart.Curves.Tick;
import dev.coldstart.report.chart.LogAxis;
import dev.coldstart.report.chart.Quantiles;
import dev.coldstart.report.chart.Svg;
import dev.coldstart.report.run.ManyArms;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.stats.run.ArmSummary;
import java.util.ArrayList;
import java.util.List;

/**
 * Which part of an arm's launches had answered after so long: the empirical distribution function, on the axis of the
 * strips.
 *
 * @param found what to see, in words
 * @param left which arms have too few launches for a curve, or no room, in words; empty when none
 * @param curves null when no arm has enough
 * @param unnumbered which curves lie so close to others that their number finds no place, in words; empty when none
 * does
 * @param keys in the order of their numbers, from 1
 */
record LaunchCurves(String found, String left, Svg scale, Svg curves, String unnumbered, List<Curves.Key> keys) {

  /** Below this a curve has so few steps that the dots say more. */
  static final int FEWEST = LaunchStrips.FEWEST_FOR_BOX;

  /** Of more launches a curve shows their percentiles, and stays as small. */
  static final int MOST_STEPS = 100;

  private static final List<Double> LEVELS = List.of(0.0, 25.0, 50.0, 75.0, 100.0);
  private static final int HEIGHT_PX = 240;

  /** With more names the legend is higher than the drawing beside it, and stands under one that is higher itself. */
  private static final int MOST_BESIDE = 10;
  private static final int HIGH_PX = 360;

  /** An arm with enough launches. */
  record Sample(ArmName name, Quantiles ms) {}

  /** @param axis of the strips; null when no launch counts */
  static LaunchCurves of(RunView view, FixtureFacts fixture, LogAxis axis) {
    List<Sample> samples = new ArrayList<>();
    List<String> tooFew = new ArrayList<>();
    List<ArmSummary> measured = view.measured(fixture);
    for (ArmSummary arm : ManyArms.first(view, measured)) {
      Sample sample = new Sample(view.names().of(arm.arm()), Quantiles.ofMs(view.countedOf(arm.arm())));
      if (sample.ms().sorted().length >= FEWEST) {
        samples.add(sample);
      } else {
        tooFew.add(sample.name().text());
      }
    }
    String left = (LaunchWords.tooFew(tooFew, samples.isEmpty()) + " " + ManyArms.more(view, measured.size())).strip();
    return samples.isEmpty() || axis == null
        ? new LaunchCurves("", left, null, null, "", List.of())
        : drawn(samples, left, axis);
  }

  /** Whether there are too many names for one column. */
  boolean many() {
    return keys.size() > MOST_BESIDE;
  }

  private static LaunchCurves drawn(List<Sample> samples, String left, LogAxis axis) {
    int heightPx = samples.size() > MOST_BESIDE ? HIGH_PX : HEIGHT_PX;
    Curves drawing = new Curves("curves", heightPx);
    List<Tick> levels = LEVELS.stream().map(percent -> new Tick(percent, Format.percent(percent / 100))).toList();
    drawing.grid(levels, axis.ticks().stream().map(ms -> new Tick(axis.at(ms), Format.tick(ms))).toList());
    drawing.stairs(samples.stream().map(sample -> new Stairs(sample.name(), jumps(sample.ms(), axis))).toList());
    List<Point> places =
        CurveNumbers.places(samples.stream().map(sample -> jumps(sample.ms(), axis)).toList(), heightPx);
    List<String> unnumbered = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      String number = Integer.toString(i + 1);
      if (places.get(i) == null) {
        unnumbered.add(number);
      } else {
        drawing.word(number, places.get(i));
      }
    }
    return new LaunchCurves(LaunchWords.between(samples), left, drawing.labels(levels), drawing.close(),
        LaunchWords.unnumbered(unnumbered), drawing.keys());
  }

  /** A step a launch, or a step a percent. */
  static List<Point> jumps(Quantiles ms, LogAxis axis) {
    int n = ms.sorted().length;
    int steps = Math.min(n, MOST_STEPS);
    List<Point> jumps = new ArrayList<>();
    for (int i = 1; i <= steps; i++) {
      // The least value that so large a part of the launches does not exceed.
      int rank = (int) (((long) i * n + steps - 1) / steps);
      jumps.add(new Point(axis.at(ms.sorted()[rank - 1]), 100.0 * i / steps));
    }
    return jumps;
  }

  /**
   * Where the number of a curve stands on it, so that neither colour nor dashes are needed: as far from the other
   * curves as it can, and on no other number, on a narrow screen neither.
   */
  static final class CurveNumbers {

    /** What two digits take, with air. */
    private static final double HIGH_PX = 15;
    private static final double WIDE_PX = 18;

    /** A drawing on the narrowest screen: 320 px less the page's margins, a scroll bar and the scale. */
    private static final double NARROWEST_PX = 200;

    private static final double WIDE = 100 * WIDE_PX / NARROWEST_PX;

    private CurveNumbers() {}

    /**
     * @param curves each upwards, ending at 100
     * @return null for one that finds no free place
     */
    static List<Point> places(List<List<Point>> curves, int heightPx) {
      double high = 100 * HIGH_PX / heightPx;
      List<Point> taken = new ArrayList<>();
      List<Point> places = new ArrayList<>();
      for (List<Point> curve : curves) {
        Point best = null;
        double furthest = -1;
        for (double up = high; up <= 100 - high; up += high / 2) {
          Point here = new Point(across(curve, up), up);
          double distance = distance(curves, curve, here);
          if (distance > furthest && taken.stream().noneMatch(other -> meet(other, here, high))) {
            best = here;
            furthest = distance;
          }
        }
        places.add(best);
        if (best != null) {
          taken.add(best);
        }
      }
      return places;
    }

    private static double across(List<Point> curve, double up) {
      return curve.stream().filter(point -> point.up() >= up).findFirst().orElseThrow().across();
    }

    private static double distance(List<List<Point>> curves, List<Point> own, Point here) {
      return curves.stream()
          .filter(other -> other != own)
          .mapToDouble(other -> Math.abs(across(other, here.up()) - here.across()))
          .min()
          .orElse(0);
    }

    private static boolean meet(Point one, Point other, double high) {
      return Math.abs(one.across() - other.across()) < WIDE && Math.abs(one.up() - other.up()) < high;
    }
  }
}
