package dev.coldstart.report.export;

import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.io.WholeFile;
import dev.coldstart.record.text.IoReason;
import dev.coldstart.report.export.SummaryFile.ArmRow;
import dev.coldstart.stats.run.Machines;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Writes the files made from a run, mostly next to the raw data, from which they can be made again. */
public final class SummaryWriter {

  private static final String LINE_END = "\r\n";

  private SummaryWriter() {}

  /**
   * Writes {@code summary.json} and {@code summary.csv}.
   *
   * @throws UncheckedIOException if one cannot be written
   */
  public static void write(RunFolder folder, Summary summary) {
    SummaryFile file = SummaryFile.of(folder.id(), summary);
    write(folder.summaryJson(), to -> WholeFile.write(to, file.json()));
    write(folder.summaryCsv(), to -> WholeFile.write(to, csv(file)));
  }

  /**
   * Writes all other files except the page. Histograms are of the first machine, if there are several.
   *
   * @throws UncheckedIOException if one cannot be written
   */
  public static void writeOthers(RunData run, Summary summary, RunFolder folder) {
    write(folder.summaryMd(), to -> WholeFile.write(to, MarkdownSummary.render(run, summary)));
    write(folder.summarySvg(), to -> WholeFile.write(to, Picture.drawn(run, summary) + "\n"));
    write(folder.histograms(), to -> Histograms.write(Machines.of(run).first(), to));
    write(folder.ratios(), to -> WholeFile.write(to, RatioFile.json(summary)));
    write(folder.badges(), to -> Badge.writeAll(run, summary, to));
  }

  /** Adds the file's name: the system reports a full disk without one. */
  private static void write(Path file, WholeFile.Writing writing) {
    try {
      writing.to(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written (" + IoReason.of(e) + ")", e);
    }
  }

  /**
   * {@code summary.csv} as in RFC 4180: an arm's fields of {@code summary.json}, under the same names. An unknown value
   * is an empty cell; the decimal separator is a point.
   */
  private static String csv(SummaryFile summary) {
    Stream<String> header = cells(SummaryFile.NOTHING_KNOWN).keySet().stream();
    Stream<String> rows =
        summary.arms().stream().map(arm -> line(cells(arm).values().stream().map(SummaryWriter::cell)));
    return Stream.concat(Stream.of(line(header)), rows).collect(Collectors.joining());
  }

  private static Map<String, JsonNode> cells(ArmRow arm) {
    Map<String, JsonNode> cells = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : SummaryMapper.JSON.valueToTree(arm).properties()) {
      JsonNode value = field.getValue();
      switch (field.getKey()) {
        case "phasesMedianMs", "phasesCiLowMs", "phasesCiHighMs" -> PhasesNs.NAMES
            .forEach(phase -> cells.put(phase + field.getKey().substring("phases".length()), value.path(phase)));
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

  /** A spreadsheet runs text that begins like a formula (OWASP, "CSV Injection"), and ids can be any text. */
  private static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
