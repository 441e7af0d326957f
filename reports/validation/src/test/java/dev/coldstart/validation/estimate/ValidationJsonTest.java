package dev.coldstart.validation.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.run.Preset;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleCampaigns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ValidationJsonTest {

  private static final Path DOCUMENT = Path.of("src/main/java/dev/coldstart/validation/estimate/VALIDATION.md");

  @TempDir
  Path out;

  @Test
  void shouldSayWhatWasFound() {
    JsonNode root = JsonMapper.shared().readTree(ValidationJson.of(campaign()));
    JsonNode quiet = root.path("conditions").path(0);
    assertThat(root.path("schema").asInt()).isEqualTo(1);
    assertThat(quiet.path("label").asString()).isEqualTo("quiet");
    assertThat(quiet.path("countedBlocks").asInt()).isEqualTo(60);
    assertThat(quiet.path("bars")).hasSize(3);
    assertThat(quiet.path("bars").path(0).path("bar").asString()).isEqualTo("false-positives");
    assertThat(quiet.path("bars").path(0).path("atMost").asDouble()).isEqualTo(0.05);
    assertThat(quiet.path("bars").path(1).path("atLeast").asDouble()).isEqualTo(0.9);
    assertThat(quiet.path("curve").path(0).path("found").path("of").asInt()).isEqualTo(6);
    assertThat(root.path("walls").path("arms").path(0).path("ratio").path("ciLow").isNull()).isTrue();
  }

  @Test
  void shouldDocumentEachField() throws IOException {
    String document = Files.readString(DOCUMENT);
    Set<String> fields = new TreeSet<>();
    collect(JsonMapper.shared().readTree(ValidationJson.of(campaign())), fields);
    assertThat(fields).contains("unpairedReach", "ciLow", "decided")
        .allMatch(field -> document.contains("`" + field + "`"));
  }

  @Test
  void shouldBeTheSameInEveryLocale() {
    ValidationCampaign campaign = campaign();
    Locale before = Locale.getDefault();
    try {
      String expected = ValidationJson.of(campaign);
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(ValidationJson.of(campaign)).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void shouldSayThatNoOtherHarnessWasAsked() {
    ValidationCampaign campaign = campaign();
    ValidationCampaign alone = new ValidationCampaign(10, campaign.conditions(), campaign.presets(), null);
    assertThat(JsonMapper.shared().readTree(ValidationJson.of(alone)).path("walls").isNull()).isTrue();
  }

  private static void collect(JsonNode node, Set<String> names) {
    names.addAll(node.propertyNames());
    node.forEach(child -> collect(child, names));
  }

  private ValidationCampaign campaign() {
    RunData run = SampleCampaigns.of(60, 0.05, SampleCampaigns.RIGHT, 1).readFrom(out);
    WallAgreement wall = WallAgreement.of("arm", List.of(new WallAgreement.Pair(60, 61)), 1);
    return new ValidationCampaign(10,
        List.of(new ValidationCampaign.Condition("quiet", run, Validation.of(run, List.of(10, 30)))),
        List.of(Preset.QUICK), new ValidationCampaign.Walls("other 1.0", List.of(wall)));
  }
}
