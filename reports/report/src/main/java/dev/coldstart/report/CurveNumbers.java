package dev.coldstart.report;

import dev.coldstart.report.Curves.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the number of a curve stands on it, so that neither colour nor dashes are needed: as far from the other curves
 * as it can, and on no other number, on a narrow screen neither.
 */
final class CurveNumbers {

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
