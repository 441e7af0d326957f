package dev.coldstart.report.run;

import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Invalid launches by reason, the most frequent first.
 *
 * @param more in words, what the table leaves out; empty if nothing is
 */
public record InvalidLaunches(int count, List<Row> rows, String more) {

  private static final int MOST_REASONS = 8;
  private static final int MOST_EXAMPLES = 3;
  private static final int MOST_IN_SHORT = 2;

  /** @param examples the first of them */
  public record Row(String reason, int count, String examples) {}

  public static InvalidLaunches of(RunView view) {
    Map<String, List<Launch>> byReason = view.run()
        .launched()
        .flatMap(arm -> arm.invalid().stream())
        .collect(
            Collectors.groupingBy(launch -> SafeText.brief(launch.reason()), LinkedHashMap::new, Collectors.toList()));
    List<Row> rows = byReason.entrySet()
        .stream()
        .map(reason -> row(view, reason.getKey(), reason.getValue()))
        .sorted(Comparator.comparingInt(Row::count).reversed())
        .toList();
    List<Row> shown = rows.stream().limit(MOST_REASONS).toList();
    int count = rows.stream().mapToInt(Row::count).sum();
    int left = count - shown.stream().mapToInt(Row::count).sum();
    return new InvalidLaunches(count, shown,
        left == 0
            ? ""
            : Format.count(left, "launch", "launches") + " more, for "
                + Format.count(rows.size() - shown.size(), "reason", "reasons") + " more: launches.jsonl has them.");
  }

  private static Row row(RunView view, String reason, List<Launch> launches) {
    String first = launches.stream()
        .limit(MOST_EXAMPLES)
        .map(launch -> view.name(view.run().arm(launch.key()).orElseThrow().arm()).inSentence() + ", "
            + view.title(launch.fixture()) + ", block " + launch.block())
        .collect(Collectors.joining("; "));
    return new Row(reason, launches.size(), first + (launches.size() > MOST_EXAMPLES ? "; …" : ""));
  }

  /** For one arm: the number, and the first reasons. */
  public static String inShort(ArmLaunches launches) {
    int count = launches.invalid().size();
    List<String> different =
        launches.invalid().stream().map(launch -> SafeText.brief(launch.reason())).distinct().sorted().toList();
    String shown = different.stream().limit(MOST_IN_SHORT).collect(Collectors.joining(", "));
    String more = different.size() > MOST_IN_SHORT ? ", …" : "";
    return count == 0 ? "0" : count + ": " + shown + more;
  }
}
