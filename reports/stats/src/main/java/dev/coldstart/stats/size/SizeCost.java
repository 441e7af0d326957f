package dev.coldstart.stats.size;

import dev.coldstart.record.Arm;
import dev.coldstart.record.RunData;
import dev.coldstart.stats.estimate.Estimate;
import java.util.List;
import java.util.Objects;

/**
 * An arm's cost by the size of the module, in one phase and for the modules of one series, with a straight line through
 * the smaller sizes, as far as it predicts the next one.
 *
 * @param arm of the smallest module; its id is the same in the others
 * @param series the modules' series, in words; null for the modules of no series
 * @param phase a phase's name, or {@link #TOTAL}
 * @param at one per module with a counted launch, the smallest first
 * @param onLine how many of {@code at} the line goes through; 0 without a line
 * @param msPerMb the line's slope, 1 MB being 1,000,000 bytes; NaN without a line; without an interval if a module has
 * fewer than 5 counted launches
 * @param fixedMs the line's value for a module of 0 bytes; NaN without a line
 */
public record SizeCost(Arm arm, String series, String phase, List<At> at, int onLine, Estimate msPerMb,
    Estimate fixedMs) {

  /** All phases whose time depends on the module, together: parse, compile and instantiate. */
  public static final String TOTAL = "total";

  public static final double BYTES_PER_MB = 1e6;

  /**
   * One module.
   *
   * @param n counted launches
   * @param ms median of the launches
   * @param interpreted how many functions the engine could not compile, median of the launches; NaN if it does not tell
   */
  public record At(String fixture, long wasmBytes, int n, Estimate ms, double interpreted) {

    double mb() {
      return wasmBytes / BYTES_PER_MB;
    }
  }

  /**
   * By arm in the manifest's order, then by series, then by phase. In a run without series all its modules are one, and
   * only {@link #TOTAL} is fitted. In a run with series, the modules of none have no line. Without controls, arms that
   * did not run, and arms whose parse or compile is fused with another phase.
   */
  public static List<SizeCost> of(RunData run) {
    return new SizeCosts(run).all();
  }

  public boolean hasLine() {
    return onLine > 0;
  }

  public boolean isTotal() {
    return phase.equals(TOTAL);
  }

  /** The line's value for a module of this size; NaN without a line. */
  public double lineMs(double wasmBytes) {
    return new CostLine(fixedMs.value(), msPerMb.value()).ms(wasmBytes / BYTES_PER_MB);
  }

  /** The largest module that the line goes through. Null without a line. */
  public At end() {
    return hasLine() ? at.get(onLine - 1) : null;
  }

  /** The smallest module that the line through all smaller ones no longer predicts. Null if there is none. */
  public At beyond() {
    return hasLine() && onLine < at.size() ? at.get(onLine) : null;
  }

  /**
   * The time for a module of this size: by the line, up to its end; from there by the straight line between the two
   * measured sizes beside it; beyond the largest size by the slope between the two largest. NaN without a line.
   */
  public double predictedMs(long wasmBytes) {
    if (!hasLine() || wasmBytes <= end().wasmBytes() || onLine == at.size()) {
      return lineMs(wasmBytes);
    }
    int next = onLine;
    while (next < at.size() - 1 && at.get(next).wasmBytes() < wasmBytes) {
      next++;
    }
    At from = at.get(next - 1);
    At to = at.get(next);
    double slope = (to.ms().value() - from.ms().value()) / (to.wasmBytes() - from.wasmBytes());
    return from.ms().value() + slope * (wasmBytes - from.wasmBytes());
  }

  boolean isOf(SizeCost other) {
    return arm.arm().equals(other.arm.arm()) && phase.equals(other.phase);
  }

  boolean isInSeries(String words) {
    return Objects.equals(series, words);
  }
}
