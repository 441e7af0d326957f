package dev.coldstart.report.trend;

import dev.coldstart.record.history.HistoryLine;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.text.ArmNames;
import dev.coldstart.stats.estimate.Estimate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A change of an arm's ratio, as a person reads it.
 *
 * @param name the arm in words
 * @param since the first night with the new ratio
 * @param found the night with which it was confirmed; null if it is only suspected
 * @param newest the newest night of this arm on this kind of machine
 * @param nights number of nights with the new ratio until it was confirmed, or until now
 * @param change new ratio divided by the old one, with its interval
 * @param p of no change
 * @param versions what differs from the night before, in words
 */
public record Finding(String name, HistoryLine since, HistoryLine found, HistoryLine newest, int nights,
    Estimate change, double p, List<String> versions) {

  static ArmNames names(List<HistoryLine> history) {
    return new ArmNames(history.stream()
        .sorted(Comparator.comparing(HistoryLine::startedAt).reversed())
        .map(HistoryLine::named)
        .distinct()
        .toList());
  }

  /** All changes: the newest first, and of one night slowdowns before the others. */
  static List<Finding> of(List<Trend> trends, ArmNames names) {
    return trends.stream()
        .flatMap(trend -> trend.series().stream().flatMap(series -> of(series, names)))
        .sorted(Comparator.comparing((Finding finding) -> finding.since().startedAt())
            .reversed()
            .thenComparing(finding -> !finding.isSlower()))
        .toList();
  }

  private static Stream<Finding> of(Trend.Series series, ArmNames names) {
    return series.changes().stream().map(change -> {
      int at = change.point().at();
      HistoryLine since = series.nights().get(at);
      boolean isConfirmed = change.point().isConfirmed();
      return new Finding(SafeText.brief(names.of(since.named()).inSentence()), since,
          isConfirmed ? series.nights().get(change.foundBy()) : null, series.nights().get(series.nights().size() - 1),
          change.foundBy() - at + 1, change.point().change(), change.point().p(),
          Versions.changed(series.nights().get(at - 1), since));
    });
  }

  public boolean isConfirmed() {
    return found != null;
  }

  public boolean isSlower() {
    return change.value() > 1;
  }

  /** Whether it was confirmed on one of these days (UTC), or is suspected by a night on one of them. */
  boolean isOf(List<LocalDate> days) {
    return days.contains(day(isConfirmed() ? found : newest));
  }

  static LocalDate day(HistoryLine line) {
    return line.startedAt().atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** For example {@code Chicory (interpreter) in hello: 5.2 % slower since 20261127T020000Z, found after 3 nights}. */
  public String sentence() {
    String percent = Format.upTo(1, 100 * Math.abs(change.value() - 1)) + Format.NO_BREAK + "% "
        + (isSlower() ? "slower" : "faster");
    String size = percent + " (" + Format.number(change.low()) + "-" + Format.number(change.high()) + " × before)";
    String told = isConfirmed()
        ? size + " since " + SafeText.brief(since.run()) + ", found after " + Format.count(nights, "night", "nights")
        : "suspected to be " + size + " since " + SafeText.brief(since.run())
            + "; a second run or the next nights will tell";
    return name + " in " + SafeText.brief(since.fixture()) + ": " + told
        + (versions.isEmpty()
            ? "; no version is known to have changed"
            : "; " + String.join(", ", versions) + " changed that night");
  }
}
