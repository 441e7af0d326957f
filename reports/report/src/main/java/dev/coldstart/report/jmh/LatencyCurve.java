package dev.coldstart.report.jmh;

import dev.coldstart.record.JmhResult.Sample;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.chart.Quantiles;
import dev.coldstart.stats.estimate.Percentiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How long the slowest of so many calls took: the distribution of JMH's samples, read from its slow end. */
final class LatencyCurve {

  /** Points for each factor of ten in 1/(1-p): smooth to the eye, and a few kB a curve. */
  private static final int POINTS_PER_DECADE = 16;

  private final List<Sample> ascending;
  private final long count;

  LatencyCurve(List<Sample> samples) {
    ascending = samples.stream().filter(s -> s.count() > 0).sorted(Comparator.comparingLong(Sample::valueNs)).toList();
    count = ascending.stream().mapToLong(Sample::count).sum();
  }

  /** @param oneIn 1/(1-p): 10 at p90, 1,000 at p99.9 */
  record Point(double oneIn, double ns) {}

  long count() {
    return count;
  }

  /** The smallest observed time that p of all calls do not exceed; NaN of nothing. */
  double at(double p) {
    long rank = Math.max(1, (long) Math.ceil(p * count));
    long seen = 0;
    for (Sample sample : ascending) {
      seen += sample.count();
      if (seen >= rank) {
        return sample.valueNs();
      }
    }
    return Double.NaN;
  }

  /** As far out as there are calls: the last point is the slowest one. */
  List<Point> points() {
    List<Point> points = new ArrayList<>();
    for (int i = 0; count > 0; i++) {
      double oneIn = Math.min(count, Math.pow(10, i / (double) POINTS_PER_DECADE));
      points.add(new Point(oneIn, at(1 - 1 / oneIn)));
      if (oneIn == count) {
        break;
      }
    }
    return points;
  }

  /** In µs; "n too small" where the samples do not carry it. */
  String percentileUs(double percent) {
    return Percentiles.carriedBy(count, percent) ? Format.number(at(percent / 100) / 1e3) : Quantiles.TOO_FEW;
  }
}
