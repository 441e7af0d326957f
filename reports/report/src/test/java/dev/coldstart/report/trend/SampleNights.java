package dev.coldstart.report.trend;

import dev.coldstart.record.Records;
import dev.coldstart.record.SampleHistory;
import dev.coldstart.record.history.HistoryLine;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Histories of one arm whose truth is known. */
final class SampleNights {

  /** Noise of 1 %, always the same. */
  private static final double[] NOISE = {0.004, -0.011, 0.008, -0.002, 0.013, -0.009, 0.001, -0.006, 0.010, -0.008};

  private SampleNights() {}

  /** @param step from this night on the ratio is 6 % larger, with another engine */
  static List<HistoryLine> stepped(int nights, int step) {
    return each(nights,
        (night, line) -> night < step ? line : Records.with(scaled(line, 1.06), "engine", "Chicory 1.7.5"));
  }

  static List<HistoryLine> each(int nights, BiFunction<Integer, HistoryLine, HistoryLine> change) {
    return IntStream.range(0, nights)
        .mapToObj(night -> change.apply(night, SampleHistory.line(night, 3.7 * (1 + NOISE[night % NOISE.length]))))
        .toList();
  }

  static HistoryLine scaled(HistoryLine line, double factor) {
    return Records.with(line, "ratio", factor * line.ratio(), "ratioLow", factor * line.ratioLow(), "ratioHigh",
        factor * line.ratioHigh());
  }
}
