package dev.coldstart.report.export;

import dev.coldstart.record.Arm;
import dev.coldstart.stats.run.Summary;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ratios in the form that github-action-benchmark and its like read: {@code customSmallerIsBetter}. Ratios, because
 * milliseconds of two runs must not be compared.
 */
public final class RatioFile {

  private RatioFile() {}

  /**
   * One line of a chart.
   *
   * @param unit {@code ratio}
   * @param value finite
   */
  public record Entry(String name, String unit, double value) {

    public static Entry of(Arm arm, double ratio) {
      return new Entry(arm.arm() + " in " + arm.fixture(), "ratio", ratio);
    }

    /** Of a ratio to an arm on another JDK. It has another name, because it is another line of a chart. */
    public static Entry ofJdk(Arm arm, String jdk, double ratio) {
      return new Entry(of(arm, ratio).name() + ", against " + jdk, "ratio", ratio);
    }

    /** Of a ratio since an earlier run. */
    public static Entry ofChange(Arm arm, String since, double change) {
      return new Entry(of(arm, change).name() + ", since " + since, "ratio of ratios", change);
    }
  }

  public static String json(List<Entry> entries) {
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(entries) + "\n";
  }

  /** Every arm that has a ratio to another one. None of a run that is not to be trusted. */
  static String json(Summary summary) {
    return json(summary.arms()
        .stream()
        .filter(arm -> summary.status().isTrusted() && !arm.arm().isControl() && !arm.arm().baseline())
        .filter(arm -> Double.isFinite(arm.ratio().value()))
        .map(arm -> Entry.of(arm.arm(), arm.ratio().value()))
        .toList());
  }
}
