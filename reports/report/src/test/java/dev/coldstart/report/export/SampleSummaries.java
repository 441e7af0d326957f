package dev.coldstart.report.export;

import dev.coldstart.report.export.SummaryFile.ArmRow;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Verdict;
import dev.coldstart.stats.run.RunStatus;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Summaries with few known values. */
public final class SampleSummaries {

  private SampleSummaries() {}

  public static SummaryFile file(RunStatus status, List<ArmRow> arms) {
    ObjectNode node = SummaryMapper.JSON.createObjectNode().put("status", status.word());
    node.set("arms", SummaryMapper.JSON.valueToTree(arms));
    return SummaryMapper.JSON.treeToValue(node, SummaryFile.class);
  }

  public static ArmRow row(String arm, String fixture, Estimate ratio, Verdict verdict) {
    ObjectNode node = SummaryMapper.JSON.createObjectNode()
        .put("arm", arm)
        .put("fixture", fixture)
        .put("ratio", ratio.value())
        .put("ratioCiLow", ratio.low())
        .put("ratioCiHigh", ratio.high())
        .put("verdict", verdict == null ? null : verdict.word());
    return SummaryMapper.JSON.treeToValue(node, ArmRow.class);
  }
}
