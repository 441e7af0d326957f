package dev.coldstart.report.run;

import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What does not count and why, by reason, the most frequent first.
 *
 * @param more what the table leaves out, in words; empty when that is nothing
 */
public record InvalidLaunches(int count, List<Row> rows, String more) {

  private static final int MOST_REASONS = 8;
  private static final int MOST_EXAMPLES = 3;
  private static final int MOST_IN_SHORT = 2;

  /** @param examples the first of them */
  public record Row(String reason, int count, String examples) {}

  /** Those of one reason. */
  private static final class Tally {

    private int count;
    private final List<String> first = new ArrayList<>();

    void add(RunView view, ArmLaunches arm, Launch launch) {
      count++;
      if (first.size() < MOST_EXAMPLES) {
        first
            .add(view.names().of(arm.arm()).text() + ", " + view.title(launch.fixture()) + ", block " + launch.block());
      }
    }

    Row row(String reason) {
      return new Row(reason, count, String.join("; ", first) + (count > first.size() ? "; …" : ""));
    }
  }

  public static InvalidLaunches of(RunView view) {
    Map<String, Tally> byReason = new LinkedHashMap<>();
    for (ArmLaunches arm : view.run().arms()) {
      arm.invalid()
          .forEach(launch -> byReason.computeIfAbsent(SafeText.brief(launch.reason()), reason -> new Tally())
              .add(view, arm, launch));
    }
    List<Row> rows = byReason.entrySet()
        .stream()
        .map(reason -> reason.getValue().row(reason.getKey()))
        .sorted(Comparator.comparingInt(Row::count).reversed())
        .toList();
    List<Row> shown = rows.subList(0, Math.min(MOST_REASONS, rows.size()));
    int count = count(rows);
    return new InvalidLaunches(count, shown, left(count - count(shown), rows.size() - shown.size()));
  }

  private static int count(List<Row> rows) {
    return rows.stream().mapToInt(Row::count).sum();
  }

  private static String left(int launches, int reasons) {
    return launches == 0
        ? ""
        : Format.count(launches, "launch", "launches") + " more, for " + Format.count(reasons, "reason", "reasons")
            + " more: launches.jsonl has them.";
  }

  /** Those of one arm: how many, and the first reasons. */
  public static String inShort(ArmLaunches launches) {
    int count = launches.invalid().size();
    List<String> different =
        launches.invalid().stream().map(launch -> SafeText.brief(launch.reason())).distinct().sorted().toList();
    String shown = different.stream().limit(MOST_IN_SHORT).collect(Collectors.joining(", "));
    String more = different.size() > MOST_IN_SHORT ? ", …" : "";
    return count == 0 ? "0" : count + ": " + shown + more;
  }
}
