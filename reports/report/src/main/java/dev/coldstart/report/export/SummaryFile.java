package dev.coldstart.report.export;

import dev.coldstart.record.ArmKey;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Verdict;
import dev.coldstart.stats.run.RunStatus;
import dev.coldstart.stats.run.Summary;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What the pages of other runs take from a run's {@code summary.json}.
 *
 * @param compared the arms that are compared for their own sake
 */
public record SummaryFile(RunStatus status, List<ArmRow> compared) {

  private static final String DAMAGED =
      "summary.json is damaged, or older than this version; coldstart report makes it again";

  /** Of one arm and fixture. @param verdict null where there is none */
  public record ArmRow(String arm, String fixture, Estimate ratio, Verdict verdict) implements ArmKey.Of {

    private static ArmRow of(JsonNode row) {
      if (!row.path("arm").isString() || !row.path("fixture").isString()) {
        throw new RunFormatException(DAMAGED);
      }
      Estimate ratio = new Estimate(number(row, "ratio"), number(row, "ratioCiLow"), number(row, "ratioCiHigh"));
      return new ArmRow(row.path("arm").stringValue(), row.path("fixture").stringValue(), ratio,
          SummaryMapper.JSON.treeToValue(row.path("verdict"), Verdict.class));
    }

    private static double number(JsonNode row, String name) {
      return row.path(name).asDouble(Double.NaN);
    }

    /** Whether the others of its fixture, profile and JDK were compared with it when the summary was written. */
    public boolean isBaseline() {
      return verdict == null && ratio.value() == 1 && !ratio.hasInterval();
    }
  }

  /** Empty where the summary has no such arm, or only as a control. */
  public Optional<ArmRow> of(ArmKey key) {
    return compared.stream().filter(row -> row.key().equals(key)).findFirst();
  }

  public static SummaryFile of(Summary summary) {
    return new SummaryFile(summary.status(),
        summary.arms()
            .stream()
            .filter(arm -> !arm.arm().isControl())
            .map(arm -> new ArmRow(arm.arm().arm(), arm.arm().fixture(), arm.ratio(), arm.verdict()))
            .toList());
  }

  /** @throws RunFormatException when there is none, or it is not what SCHEMA.md says */
  public static SummaryFile read(RunFolder folder) {
    if (!Files.isRegularFile(folder.summaryJson())) {
      throw new RunFormatException("no summary.json; coldstart report makes it");
    }
    try {
      JsonNode file = SummaryMapper.JSON.readTree(folder.summaryJson());
      if (!file.path("status").isString() || !file.path("arms").isArray()) {
        throw new RunFormatException(DAMAGED);
      }
      return new SummaryFile(SummaryMapper.JSON.treeToValue(file.path("status"), RunStatus.class),
          file.path("arms").valueStream().filter(row -> !row.path("control").isString()).map(ArmRow::of).toList());
    } catch (JacksonException e) {
      throw new RunFormatException(DAMAGED, e);
    }
  }
}
