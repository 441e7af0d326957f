package dev.coldstart.report.answer;

import dev.coldstart.record.Arm.Preparation;
import dev.coldstart.record.Counter;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.chart.LogAxis;
import dev.coldstart.report.chart.RatioDrawing;
import dev.coldstart.report.chart.Svg;
import dev.coldstart.report.chart.TickLabels;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.ArmSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What a reader came for: which is faster, and by how much.
 *
 * @param margin what its verdicts were taken against; empty where nothing was judged
 * @param ticks the labels of the axis that all rows share; null when no ratio is known
 */
public record AnswerTable(FixtureFacts fixture, String wasmSize, String margin, Svg ticks, List<Row> rows,
    List<NotRun> notRun) {

  /**
   * @param interval the ratio and its interval, drawn; null without a ratio
   * @param note what belongs to the verdict, and the next faster arm where it is not told from that; may be empty
   * @param preparation empty where nothing was done ahead of time
   * @param invalid said only where there are some
   */
  public record Row(ArmName name, boolean baseline, String medianMs, String medianInterval, Svg interval, String ratio,
      String ratioInterval, String verdict, String note, String cpuMs, String peakMb, String preparation, int n,
      String invalid) {}

  public record NotRun(ArmName name, String reason) {}

  public static AnswerTable of(RunView view, FixtureFacts fixture) {
    List<ArmSummary> arms = view.armsOf(fixture);
    // 1 is always on the axis, for the line that stands for the baseline.
    DoubleStream ends =
        arms.stream().map(ArmSummary::ratio).flatMapToDouble(r -> DoubleStream.of(1, r.value(), r.low(), r.high()));
    LogAxis axis = LogAxis.covering(ends).orElse(null);
    return new AnswerTable(fixture, Format.bytes(fixture.wasmBytes()), Margins.of(view, fixture),
        axis == null ? null : axis.labels(TickLabels.IN_A_CELL),
        arms.stream().filter(arm -> arm.arm().ran()).map(arm -> row(view, arm, axis)).toList(),
        arms.stream()
            .filter(arm -> !arm.arm().ran())
            .map(arm -> new NotRun(view.names().of(arm.arm()), SafeText.brief(arm.arm().notRun())))
            .toList());
  }

  private static Row row(RunView view, ArmSummary arm, LogAxis axis) {
    Estimate ratio = arm.ratio();
    return new Row(view.names().of(arm.arm()), arm.arm().baseline(), Format.number(arm.firstResponseMs().value()),
        Quantity.interval(arm.firstResponseMs()),
        axis == null || !Double.isFinite(ratio.value()) ? null : RatioDrawing.of(ratio, axis),
        Format.number(ratio.value()), arm.arm().baseline() ? "" : Quantity.interval(ratio),
        VerdictWords.brief(arm, view.summary()), note(view, arm), Format.number(arm.counters().of(Counter.CPU)),
        Format.number(arm.counters().of(Counter.PEAK_RSS) / Format.BYTES_PER_MB), preparation(arm.arm().preparation()),
        arm.n(), arm.invalid() == 0 ? "" : arm.invalid() + " invalid");
  }

  private static String note(RunView view, ArmSummary arm) {
    String open =
        view.openBefore(arm.arm()).map(other -> "not told from " + view.names().inRowOf(arm.arm(), other)).orElse("");
    return Stream.of(VerdictWords.note(arm, view.summary()), open)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }

  public static String preparation(Preparation preparation) {
    return preparation == null
        ? ""
        : preparation.label() + ": " + Format.time(preparation.tookMs() * 1e6) + ", "
            + Format.bytes(preparation.bytes());
  }

  /** What the verdicts of a fixture were taken against, said once for all its arms. */
  private static final class Margins {

    private Margins() {}

    /** Empty where nothing was judged. */
    public static String of(RunView view, FixtureFacts fixture) {
      Map<String, Double> byGroup = byGroup(view, fixture);
      if (byGroup.isEmpty() || !view.isTrusted()) {
        return "";
      }
      double declared = view.summary().margin();
      String asDeclared = Format.percent(declared);
      Map<String, Double> raised = new LinkedHashMap<>(byGroup);
      raised.values().removeIf(margin -> margin <= declared);
      if (raised.isEmpty()) {
        return "Margin of the verdicts: " + asDeclared + ", as declared.";
      }
      if (byGroup.values().stream().distinct().count() == 1) {
        double margin = raised.values().iterator().next();
        return "Margin of the verdicts: the noise floor, " + Format.percent(margin) + "; " + asDeclared
            + " was declared.";
      }
      String each = raised.entrySet()
          .stream()
          .map(group -> Format.percent(group.getValue()) + " (" + group.getKey() + ")")
          .collect(Collectors.joining(", "));
      return "Margin of the verdicts: " + asDeclared + ", as declared, and the noise floor where that is more: " + each
          + ".";
    }

    /** By profile and JDK, as the arms are named. */
    private static Map<String, Double> byGroup(RunView view, FixtureFacts fixture) {
      Map<String, Double> byGroup = new LinkedHashMap<>();
      for (ArmSummary arm : view.armsOf(fixture)) {
        if (Double.isFinite(arm.comparison().margin()) && arm.verdict() != null) {
          byGroup.put(view.names().group(arm.arm()), arm.comparison().margin());
        }
      }
      return byGroup;
    }
  }
}
