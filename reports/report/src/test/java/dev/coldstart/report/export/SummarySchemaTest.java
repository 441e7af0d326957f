package dev.coldstart.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SummarySchemaTest {

  private static final Path SCHEMA = Path.of("../../benchmarks/record/src/main/java/dev/coldstart/record/SCHEMA.md");

  @Test
  void shouldDocumentEachFieldOfTheSummary() throws IOException {
    String text = Files.readString(SCHEMA);
    String section = text.substring(text.indexOf("\n## summary.json"));
    List<String> fields = new ArrayList<>();
    try (InputStream golden = SummarySchemaTest.class.getResourceAsStream("summary.json")) {
      JsonNode summary = JsonMapper.shared().readTree(golden);
      fields.addAll(names(summary));
      for (String list : List.of("arms", "controls", "harnessTax", "neighbours", "notToldApart", "beyond", "settings",
          "predictedBySize")) {
        summary.path(list).forEach(element -> fields.addAll(names(element)));
      }
      fields.addAll(names(summary.path("conduct")));
      fields.addAll(names(summary.path("moduleSize").path(0)));
      fields.addAll(names(summary.path("moduleSize").path(0).path("at").path(0)));
    }
    fields.addAll(scenarioFields());
    assertThat(fields)
        .contains("margin", "ratioCiLow", "notRun", "measuredCiLow", "launchClasses", "outsidePart", "toldApart",
            "moreClassesMedian", "msPerMbCiLow", "lineMs", "totalCiLowNs", "atCall", "instancesPerGib", "lateMedianNs")
        .allMatch(field -> section.contains("`" + field + "`"));
  }

  /** The fields of each scenario's first element, and of its first point. */
  private static List<String> scenarioFields() throws IOException {
    List<String> fields = new ArrayList<>();
    try (InputStream golden = SummarySchemaTest.class.getResourceAsStream("summary-scenarios.json")) {
      JsonNode scenarios = JsonMapper.shared().readTree(golden).path("scenarios");
      fields.addAll(names(scenarios));
      for (String scenario : names(scenarios)) {
        fields.addAll(names(scenarios.path(scenario).path(0)));
        fields.addAll(names(scenarios.path(scenario).path(0).path("at").path(0)));
      }
    }
    return fields;
  }

  private static Collection<String> names(JsonNode object) {
    return object.propertyNames();
  }
}
