package dev.coldstart.stats.compare;

import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Verdict;
import dev.coldstart.stats.run.RunStatus;
import dev.coldstart.stats.run.Summary;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run's {@code summary.json} says, as far as a list of many runs needs it.
 *
 * @param arms those that are compared for their own sake
 */
public record WrittenSummary(RunStatus status, List<Row> arms) {

  /**
   * One arm and fixture.
   *
   * @param ratio to the baseline; NaN where there is none
   * @param verdict null for the baseline, and where nothing was judged
   */
  public record Row(String arm, String fixture, Estimate ratio, Verdict verdict) {

    /** Whether the others of its fixture, profile and JDK were compared with it when the summary was written. */
    public boolean isBaseline() {
      return verdict == null && ratio.value() == 1 && !ratio.hasInterval();
    }

    boolean isOf(Row other) {
      return arm.equals(other.arm) && fixture.equals(other.fixture);
    }
  }

  /** The same of a summary that may not have been written yet. */
  static WrittenSummary of(Summary summary) {
    List<Row> rows = summary.arms()
        .stream()
        .filter(arm -> !arm.arm().isControl())
        .map(arm -> new Row(arm.arm().arm(), arm.arm().fixture(), arm.ratio(), arm.verdict()))
        .toList();
    return new WrittenSummary(summary.status(), rows);
  }

  /** @throws RunFormatException when there is none, or it is not what SCHEMA.md says */
  public static WrittenSummary read(RunFolder folder) {
    if (!Files.isRegularFile(folder.summaryJson())) {
      throw new RunFormatException("no summary.json; coldstart report makes it");
    }
    try {
      return of(JsonMapper.shared().readTree(folder.summaryJson()));
    } catch (JacksonException | IllegalArgumentException e) {
      throw new RunFormatException(
          "summary.json is damaged, or older than this version; coldstart report makes it again", e);
    }
  }

  private static WrittenSummary of(JsonNode json) {
    List<Row> rows = new ArrayList<>();
    for (JsonNode arm : json.path("arms")) {
      if (arm.path("control").isNull()) {
        Estimate ratio = new Estimate(number(arm, "ratio"), number(arm, "ratioCiLow"), number(arm, "ratioCiHigh"));
        rows.add(new Row(text(arm, "arm"), text(arm, "fixture"), ratio, verdict(arm.path("verdict"))));
      }
    }
    return new WrittenSummary(status(text(json, "status")), List.copyOf(rows));
  }

  private static RunStatus status(String word) {
    return Arrays.stream(RunStatus.values())
        .filter(status -> status.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("status=" + word));
  }

  private static Verdict verdict(JsonNode word) {
    return Arrays.stream(Verdict.values())
        .filter(verdict -> word.isString() && verdict.word().equals(word.stringValue()))
        .findFirst()
        .orElse(null);
  }

  private static double number(JsonNode arm, String field) {
    JsonNode value = arm.path(field);
    return value.isNumber() ? value.doubleValue() : Double.NaN;
  }

  private static String text(JsonNode node, String field) {
    if (!node.path(field).isString()) {
      throw new IllegalArgumentException(field + " is no text");
    }
    return node.path(field).stringValue();
  }
}
