package dev.coldstart.report.export;

import dev.coldstart.record.PhasesNs;
import dev.coldstart.report.export.SummaryFile.ArmRow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * {@code summary.csv} after RFC 4180: an arm's fields of {@code summary.json}, under the same names. What is not known
 * is an empty cell, a decimal point is a point.
 */
final class SummaryCsv {

  private static final String LINE_END = "\r\n";

  private SummaryCsv() {}

  static String of(SummaryFile summary) {
    // Nothing is known of this one: it has the names alone.
    Stream<String> header = cells(SummaryMapper.JSON.readValue("{}", ArmRow.class)).keySet().stream();
    Stream<String> rows = summary.arms().stream().map(arm -> line(cells(arm).values().stream().map(SummaryCsv::cell)));
    return Stream.concat(Stream.of(line(header)), rows).collect(Collectors.joining());
  }

  private static Map<String, JsonNode> cells(ArmRow arm) {
    Map<String, JsonNode> cells = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : SummaryMapper.JSON.valueToTree(arm).properties()) {
      JsonNode value = field.getValue();
      switch (field.getKey()) {
        case "phasesMedianMs" -> PhasesNs.NAMES.forEach(phase -> cells.put(phase + "MedianMs", value.path(phase)));
        case "preparation" -> {
          cells.put("preparation", value.path("label"));
          cells.put("preparationMs", value.path("tookMs"));
          cells.put("preparationBytes", value.path("bytes"));
        }
        default -> cells.put(field.getKey(), value);
      }
    }
    return cells;
  }

  private static String line(Stream<String> cells) {
    return cells.collect(Collectors.joining(",", "", LINE_END));
  }

  private static String cell(JsonNode value) {
    if (value.isString()) {
      return quoted(harmless(value.stringValue()));
    }
    return value.isNumber() ? value.decimalValue().toPlainString() : "";
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
