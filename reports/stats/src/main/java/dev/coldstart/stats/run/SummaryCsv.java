package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.PhasesNs;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code summary.csv} after RFC 4180: what is not known is an empty cell, a decimal point is a point. */
final class SummaryCsv {

  private static final String LINE_END = "\r\n";
  private static final List<ArmColumns.Column> COLUMNS = columns();

  private SummaryCsv() {}

  static String of(Summary summary) {
    StringBuilder csv = new StringBuilder();
    csv.append(line(COLUMNS, ArmColumns.Column::name));
    for (ArmSummary arm : summary.arms()) {
      csv.append(line(COLUMNS, column -> cell(column.value().apply(arm))));
    }
    return csv.toString();
  }

  private static List<ArmColumns.Column> columns() {
    List<ArmColumns.Column> columns = new ArrayList<>(ArmColumns.ANSWER);
    for (String phase : PhasesNs.NAMES) {
      columns.add(new ArmColumns.Column(phase + "MedianMs",
          s -> ArmColumns.rounded(s.phasesMs().getOrDefault(phase, Double.NaN))));
    }
    columns.addAll(ArmColumns.COUNTERS);
    columns.add(preparation("preparation", Arm.Preparation::label));
    columns.add(preparation("preparationMs", p -> BigDecimal.valueOf(p.tookMs())));
    columns.add(preparation("preparationBytes", p -> BigDecimal.valueOf(p.bytes())));
    columns.add(new ArmColumns.Column("notRun", s -> s.arm().notRun()));
    return List.copyOf(columns);
  }

  private static ArmColumns.Column preparation(String name, Function<Arm.Preparation, Object> value) {
    return new ArmColumns.Column(name, s -> s.arm().preparation() == null ? null : value.apply(s.arm().preparation()));
  }

  private static <T> String line(List<T> cells, Function<T, String> text) {
    return cells.stream().map(text).collect(Collectors.joining(",", "", LINE_END));
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof BigDecimal) {
      return ((BigDecimal) value).toPlainString();
    }
    return value instanceof String ? quoted(harmless((String) value)) : value.toString();
  }

  /** A spreadsheet runs a text that begins like a formula (OWASP, "CSV Injection"); ids are whatever the run says. */
  private static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
