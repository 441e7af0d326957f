package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code summary.json}: what is not known is null, so that each arm has the same fields. */
final class SummaryJson {

  static final int SCHEMA = 1;
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private SummaryJson() {}

  static String of(String runId, Summary summary) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("schema", SCHEMA);
    root.put("run", runId);
    root.put("margin", ArmColumns.rounded(summary.margin()));
    root.put("status", summary.status().word());
    summary.statusReasons().forEach(root.putArray("statusReasons")::add);
    summary.warnings().forEach(root.putArray("warnings")::add);
    ArrayNode arms = root.putArray("arms");
    summary.arms().forEach(arm -> arms.add(arm(arm)));
    ArrayNode controls = root.putArray("controls");
    summary.controls().forEach(control -> CheckJson.control(controls.addObject(), control));
    ArrayNode taxes = root.putArray("harnessTax");
    summary.tax().forEach(tax -> CheckJson.tax(taxes.addObject(), tax));
    ArrayNode sizes = root.putArray("moduleSize");
    summary.sizes().forEach(fit -> SizeJson.of(sizes.addObject(), fit));
    if (summary.conduct().isKnown()) {
      CheckJson.conduct(root.putObject("conduct"), summary.conduct());
    } else {
      root.putNull("conduct");
    }
    DetailsJson.of(root, summary.details());
    if (!summary.scenarios().isEmpty()) {
      ScenarioJson.of(root.putObject("scenarios"), summary.scenarios());
    }
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static ObjectNode arm(ArmSummary summary) {
    ObjectNode node = MAPPER.createObjectNode();
    columns(node, ArmColumns.ANSWER, summary);
    ObjectNode phases = node.putObject("phasesMedianMs");
    for (Map.Entry<String, Double> phase : summary.phasesMs().entrySet()) {
      phases.put(phase.getKey(), ArmColumns.rounded(phase.getValue()));
    }
    columns(node, ArmColumns.COUNTERS, summary);
    preparation(node, summary.arm().preparation());
    node.put("notRun", summary.arm().notRun());
    return node;
  }

  private static void columns(ObjectNode node, List<ArmColumns.Column> columns, ArmSummary summary) {
    for (ArmColumns.Column column : columns) {
      Object value = column.value().apply(summary);
      if (value instanceof Integer) {
        node.put(column.name(), (Integer) value);
      } else if (value instanceof BigDecimal) {
        node.put(column.name(), (BigDecimal) value);
      } else {
        node.put(column.name(), (String) value);
      }
    }
  }

  private static void preparation(ObjectNode node, Arm.Preparation preparation) {
    if (preparation == null) {
      node.putNull("preparation");
      return;
    }
    node.putObject("preparation")
        .put("label", preparation.label())
        .put("tookMs", preparation.tookMs())
        .put("bytes", preparation.bytes());
  }
}
