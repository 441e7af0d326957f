package dev.coldstart.html;

import dev.coldstart.results.Launch;
import java.util.List;

/** Order statistics of the first responses of one arm, in ms. */
record Quantiles(double[] sorted) {

  static Quantiles ofMs(List<Launch> counted) {
    return new Quantiles(
        counted.stream().mapToDouble(l -> Numbers.msOfNs(l.firstResponseNs())).sorted().toArray());
  }

  /**
   * Whether n values say anything of the p-quantile: with fewer, the largest of them lies below it with a chance of more
   * than 5 %, since that chance is p to the n. Gives 29 for p90, 59 for p95, 299 for p99.
   */
  static boolean carried(double p, long n) {
    return Math.pow(p, n) <= 0.05;
  }

  /** "n too small" where {@link #carried} says so. */
  String text(double p) {
    return carried(p, sorted.length) ? Numbers.of(at(p)) : "n too small";
  }

  /** By linear interpolation between neighbours (Hyndman and Fan, 1996, type 7); NaN of nothing. */
  double at(double p) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = p * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
