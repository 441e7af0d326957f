package dev.coldstart.stats.scenario;

import dev.coldstart.record.Arm;
import dev.coldstart.stats.estimate.Estimate;
import java.util.List;

/**
 * What an arm takes to parse and compile, by the size of the module: the phases {@code parse} and {@code compile}
 * together, and a straight line through the fixtures' medians by least squares.
 *
 * @param arm of the first fixture; in the others it has the same id
 * @param apart whether the two phases can be told from the others; where not, nothing else is known
 * @param at a fixture each in which a launch counts, the smallest module first
 * @param msPer100kB the line's slope, 1 kB being 1,000 bytes; NaN of fewer than {@link #FEWEST_SIZES} sizes, and
 * without an interval where a fixture has fewer than 5 launches that count
 * @param interceptMs where the line meets a module of 0 bytes; NaN likewise
 */
public record SizeFit(Arm arm, boolean apart, List<At> at, Estimate msPer100kB, double interceptMs) {

  /** Through two points goes any line: the third is what can speak against it. */
  public static final int FEWEST_SIZES = 3;

  static final double BYTES_PER_100_KB = 1e5;

  /**
   * One fixture.
   *
   * @param n launches that count
   * @param ms median of parse and compile together
   */
  public record At(String fixture, long wasmBytes, int n, Estimate ms) {}

  public boolean hasLine() {
    return !Double.isNaN(msPer100kB.value());
  }

  /** How many modules of different size it was measured with. */
  public int sizes() {
    return (int) at.stream().mapToLong(At::wasmBytes).distinct().count();
  }

  /** What the line says of a module of so many bytes; NaN without a line. */
  public double lineMs(double wasmBytes) {
    return interceptMs + msPer100kB.value() * wasmBytes / BYTES_PER_100_KB;
  }
}
