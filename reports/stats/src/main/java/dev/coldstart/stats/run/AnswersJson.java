package dev.coldstart.stats.run;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answers of {@code summary.json} in little room, for a page to carry: one list an arm, and the names of its values
 * once. What an arm's id says already is left out.
 */
public final class AnswersJson {

  private static final Set<String> IN_THE_ID = Set.of("runtime", "configuration", "profile", "jdk");

  private static final List<ArmColumns.Column> COLUMNS =
      ArmColumns.ANSWER.stream().filter(column -> !IN_THE_ID.contains(column.name())).toList();

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private AnswersJson() {}

  /** @return JSON, in which texts stand as they are: whoever puts it into another format escapes it */
  public static String of(String runId, Summary summary) {
    ObjectNode root = MAPPER.createObjectNode().put("schema", SummaryJson.SCHEMA).put("run", runId);
    root.put("margin", ArmColumns.rounded(summary.margin())).put("status", summary.status().word());
    ArrayNode columns = root.putArray("columns");
    COLUMNS.forEach(column -> columns.add(column.name()));
    ArrayNode arms = root.putArray("arms");
    summary.arms().forEach(arm -> row(arms.addArray(), arm));
    return MAPPER.writeValueAsString(root);
  }

  private static void row(ArrayNode row, ArmSummary arm) {
    for (ArmColumns.Column column : COLUMNS) {
      Object value = column.value().apply(arm);
      if (value instanceof Integer) {
        row.add((Integer) value);
      } else if (value instanceof BigDecimal) {
        row.add((BigDecimal) value);
      } else {
        row.add((String) value);
      }
    }
  }
}
