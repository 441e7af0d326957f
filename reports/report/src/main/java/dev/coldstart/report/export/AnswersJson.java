package dev.coldstart.report.export;

import dev.coldstart.stats.run.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answers of {@code summary.json} in little room, for a page to carry: one list an arm, and the names of its values
 * once. What an arm's id says already is left out, and what comes after the answer.
 */
public final class AnswersJson {

  private static final Set<String> IN_THE_ID = Set.of("runtime", "configuration", "profile", "jdk");
  private static final String AFTER_THE_ANSWER = "phasesMedianMs";

  private AnswersJson() {}

  /** @return JSON, in which texts stand as they are: whoever puts it into another format escapes it */
  public static String of(String runId, Summary summary) {
    SummaryFile file = SummaryFile.of(runId, summary);
    ObjectNode root = SummaryMapper.JSON.createObjectNode().put("schema", file.schema()).put("run", runId);
    root.put("margin", SummaryMapper.rounded(file.margin())).put("status", file.status().word());
    ArrayNode columns = root.putArray("columns");
    columns(SummaryMapper.JSON.readValue("{}", SummaryFile.ArmRow.class)).forEach(c -> columns.add(c.getKey()));
    ArrayNode arms = root.putArray("arms");
    file.arms().forEach(arm -> {
      ArrayNode row = arms.addArray();
      columns(arm).forEach(column -> row.add(column.getValue()));
    });
    return SummaryMapper.JSON.writeValueAsString(root);
  }

  private static List<Map.Entry<String, JsonNode>> columns(SummaryFile.ArmRow arm) {
    List<Map.Entry<String, JsonNode>> columns = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : SummaryMapper.JSON.valueToTree(arm).properties()) {
      if (field.getKey().equals(AFTER_THE_ANSWER)) {
        return columns;
      }
      if (!IN_THE_ID.contains(field.getKey())) {
        columns.add(field);
      }
    }
    return columns;
  }
}
