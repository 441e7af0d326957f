package dev.coldstart.html;

import dev.coldstart.results.ArmLaunches;
import dev.coldstart.results.Launch;
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
record InvalidLaunches(int count, List<Row> rows, String more) {

  private static final int MOST_REASONS = 8;
  private static final int MOST_EXAMPLES = 3;
  private static final int MOST_IN_SHORT = 2;

  /** @param examples the first of them */
  record Row(String reason, int count, String examples) {}

  static InvalidLaunches of(RunView view) {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (ArmLaunches arm : view.run().arms()) {
      for (Launch launch : arm.launches()) {
        if (!launch.valid()) {
          byReason
              .computeIfAbsent(Excerpt.of(launch.reason()), reason -> new ArrayList<>())
              .add(where(view, arm, launch));
        }
      }
    }
    List<Row> rows =
        byReason.entrySet().stream()
            .map(reason -> new Row(reason.getKey(), reason.getValue().size(), examples(reason.getValue())))
            .sorted(Comparator.comparingInt(Row::count).reversed())
            .toList();
    List<Row> shown = rows.subList(0, Math.min(MOST_REASONS, rows.size()));
    int count = count(rows);
    return new InvalidLaunches(count, shown, left(count - count(shown), rows.size() - shown.size()));
  }

  private static int count(List<Row> rows) {
    return rows.stream().mapToInt(Row::count).sum();
  }

  private static String where(RunView view, ArmLaunches arm, Launch launch) {
    return view.names().of(arm.arm()).text() + ", " + view.title(launch.fixture()) + ", block " + launch.block();
  }

  private static String examples(List<String> all) {
    String first = all.stream().limit(MOST_EXAMPLES).collect(Collectors.joining("; "));
    return all.size() > MOST_EXAMPLES ? first + "; …" : first;
  }

  private static String left(int launches, int reasons) {
    return launches == 0
        ? ""
        : Numbers.count(launches, "launch", "launches") + " more, for " + Numbers.count(reasons, "reason", "reasons")
            + " more: launches.jsonl has them.";
  }

  /** Those of one arm: how many, and the first reasons. */
  static String inShort(List<Launch> launches) {
    List<String> reasons =
        launches.stream().filter(launch -> !launch.valid()).map(launch -> Excerpt.of(launch.reason())).toList();
    List<String> different = reasons.stream().distinct().sorted().toList();
    String shown = different.stream().limit(MOST_IN_SHORT).collect(Collectors.joining(", "));
    String more = different.size() > MOST_IN_SHORT ? ", …" : "";
    return reasons.isEmpty() ? "0" : reasons.size() + ": " + shown + more;
  }
}
