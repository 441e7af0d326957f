package dev.coldstart.stats.size;

import java.util.Arrays;

/**
 * Cost = fixed part + slope x size, fitted so that the sum of the squared <em>relative</em> errors is smallest: least
 * squares with the weights 1 / ms^2. Over four powers of ten of size, the times' errors grow with the times; without
 * the weights, the largest module alone would decide.
 *
 * <p>Source: C. Tofallis, "Least Squares Percentage Regression", Journal of Modern Applied Statistical Methods 7 (2),
 * 2008.
 *
 * @param fixedMs the value at size 0; NaN if there is no line
 * @param msPerMb slope, 1 MB being 1,000,000 bytes; NaN if there is no line
 */
public record CostLine(double fixedMs, double msPerMb) {

  /** A line fits any two points exactly: only a third can contradict it. */
  public static final int FEWEST_SIZES = 3;

  /**
   * The line no longer predicts a time that is off by more than this factor.
   *
   * <p>A quarter is more than what two runs on one machine differ by, and small enough to be seen on the chart.
   */
  public static final double TOLERANCE = 1.25;

  static final CostLine NONE = new CostLine(Double.NaN, Double.NaN);

  /**
   * The line through the first points.
   *
   * @param mb sizes, ascending
   * @param ms times, one for each size
   * @param points how many to use
   * @return {@link #NONE} with fewer than {@link #FEWEST_SIZES} sizes, or if a time is 0
   */
  static CostLine of(double[] mb, double[] ms, int points) {
    if (Arrays.stream(mb, 0, points).distinct().count() < FEWEST_SIZES) {
      return NONE;
    }
    double weights = 0;
    double x = 0;
    double y = 0;
    for (int i = 0; i < points; i++) {
      double weight = 1 / (ms[i] * ms[i]);
      weights += weight;
      x += weight * mb[i];
      y += weight * ms[i];
    }
    double meanX = x / weights;
    double meanY = y / weights;
    double products = 0;
    double squares = 0;
    for (int i = 0; i < points; i++) {
      double weight = 1 / (ms[i] * ms[i]);
      products += weight * (mb[i] - meanX) * (ms[i] - meanY);
      squares += weight * (mb[i] - meanX) * (mb[i] - meanX);
    }
    double slope = products / squares;
    return Double.isFinite(slope) ? new CostLine(meanY - slope * meanX, slope) : NONE;
  }

  boolean exists() {
    return !Double.isNaN(msPerMb);
  }

  double ms(double mb) {
    return fixedMs + msPerMb * mb;
  }

  /**
   * A measured time as a multiple of what the line through the points before predicts. Infinite if it predicts no time
   * at all.
   *
   * @param point at least {@link #FEWEST_SIZES}
   */
  static double ratio(double[] mb, double[] ms, int point) {
    double predicted = of(mb, ms, point).ms(mb[point]);
    return predicted > 0 ? ms[point] / predicted : Double.POSITIVE_INFINITY;
  }
}
