package dev.coldstart.report.trend;

import dev.coldstart.record.history.HistoryLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table as Apache Otava's CSV importer reads it (docs/CSV.md there): a row for each run, with the columns
 * {@code time}, {@code run}, {@code commit} and {@code machine}, then one for each arm and fixture with its ratio. An
 * unknown ratio is an empty cell. Runs that are not trusted are left out.
 */
public final class OtavaCsv {

  private static final int DECIMALS = 6;

  private OtavaCsv() {}

  public static String of(List<HistoryLine> history) {
    List<HistoryLine> counted = history.stream()
        .filter(line -> line.trusted() && line.ratio() != null && line.baseline() != null)
        .sorted(Comparator.comparing(HistoryLine::startedAt))
        .toList();
    List<String> columns = counted.stream().map(OtavaCsv::column).distinct().sorted().toList();
    Map<Instant, List<HistoryLine>> runs = counted.stream()
        .collect(Collectors.groupingBy(HistoryLine::startedAt, LinkedHashMap::new, Collectors.toList()));
    Stream<List<String>> header =
        Stream.of(Stream.concat(Stream.of("time", "run", "commit", "machine"), columns.stream()).toList());
    return Stream.concat(header, runs.values().stream().map(run -> row(run, columns)))
        .map(cells -> cells.stream().map(OtavaCsv::cell).collect(Collectors.joining(",")) + "\n")
        .collect(Collectors.joining());
  }

  private static List<String> row(List<HistoryLine> run, List<String> columns) {
    HistoryLine first = run.get(0);
    Map<String, Double> ratios =
        run.stream().collect(Collectors.toMap(OtavaCsv::column, HistoryLine::ratio, (one, again) -> one));
    return Stream.concat(
        Stream.of(first.startedAt().toString(), first.run(), Objects.toString(first.commit(), ""),
            first.machine().processorName()),
        columns.stream()
            .map(column -> ratios.containsKey(column)
                ? BigDecimal.valueOf(ratios.get(column)).setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString()
                : ""))
        .toList();
  }

  private static String column(HistoryLine line) {
    return line.fixture() + ":" + line.arm();
  }

  private static String cell(String text) {
    return text.matches("[^\",\\r\\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
