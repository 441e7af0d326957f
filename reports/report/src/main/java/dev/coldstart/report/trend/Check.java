package dev.coldstart.report.trend;

import dev.coldstart.record.ArmKey;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.history.HistoryLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the last nights brought.
 *
 * @param nights number of last days (UTC) with a run that are looked at
 * @param tooShort why no change can be found yet; null if one can
 * @param findings those of these nights
 */
public record Check(int nights, String tooShort, List<Finding> findings) {

  private static final int SCHEMA = 1;

  /** The result in one word. */
  public enum Outcome {
    TOO_FEW_NIGHTS,
    NONE,
    SLOWER,
    SUSPECTED
  }

  private record Json(int schema, String outcome, int nights, List<Row> changes) {}

  private record Row(String arm, String fixture, String since, Instant sinceStartedAt, String found,
      Instant foundStartedAt, int nights, boolean confirmed, boolean slower, double change, double changeLow,
      double changeHigh, double p, List<String> versions, String sentence) {

    static Row of(Finding one) {
      HistoryLine found = one.found();
      return new Row(one.since().arm(), one.since().fixture(), one.since().run(), one.since().startedAt(),
          found == null ? null : found.run(), found == null ? null : found.startedAt(), one.nights(), one.isConfirmed(),
          one.isSlower(), one.change().value(), one.change().low(), one.change().high(), one.p(), one.versions(),
          one.sentence());
    }
  }

  /** @param nights number of last days with a run, trusted or not, to look at */
  public static Check of(List<HistoryLine> history, int nights) {
    List<LocalDate> days =
        history.stream().map(Finding::day).distinct().sorted(Comparator.reverseOrder()).limit(nights).toList();
    List<Trend> trends = Trend.of(history);
    List<Finding> findings = Finding.of(trends, Finding.names(history));
    return new Check(nights, Trend.tooShort(trends), findings.stream().filter(finding -> finding.isOf(days)).toList());
  }

  public Outcome outcome() {
    if (tooShort != null) {
      return Outcome.TOO_FEW_NIGHTS;
    }
    List<Finding> slower = findings.stream().filter(Finding::isSlower).toList();
    return slower.stream().anyMatch(Finding::isConfirmed)
        ? Outcome.SLOWER
        : slower.isEmpty() ? Outcome.NONE : Outcome.SUSPECTED;
  }

  /** The arms that the newest run makes suspected to be slower. */
  public List<ArmKey> suspectedBy(Manifest newest) {
    return findings.stream()
        .filter(finding -> finding.isSlower() && !finding.isConfirmed())
        .filter(finding -> finding.newest().startedAt().equals(newest.startedAt()))
        .map(finding -> finding.since().key())
        .toList();
  }

  /** A sentence for each finding, or one that says that there is none. */
  public List<String> lines() {
    if (tooShort != null) {
      return List.of("no change can be found yet: " + tooShort);
    }
    return findings.isEmpty()
        ? List.of("no change was found in " + (nights == 1 ? "the last night" : "the last " + nights + " nights"))
        : findings.stream().map(Finding::sentence).toList();
  }

  public String json() {
    String outcome = switch (outcome()) {
      case TOO_FEW_NIGHTS -> "too few nights";
      case NONE -> "not slower";
      case SLOWER -> "slower";
      case SUSPECTED -> "suspected";
    };
    return JsonMapper.shared()
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(new Json(SCHEMA, outcome, nights, findings.stream().map(Row::of).toList())) + "\n";
  }
}
