package dev.coldstart.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** SCHEMA.md must document each field of each record in the section of its file. */
class SchemaTest {

  private static final Path SCHEMA = Path.of("src/main/java/dev/coldstart/record/SCHEMA.md");

  @ParameterizedTest
  @CsvSource({"Manifest, ## manifest.json", "Manifest$Plan, `plan`", "Manifest$Limits, `plan`",
      "Manifest$Sparse, `sparse`", "Manifest$Spawn, `spawns`", "Manifest$Jmh, `jmh`", "Manifest$Machine, `machine`",
      "Shard, `shard`", "Merged, `merged`", "Merged$Part, `merged`", "Manifest$Jdk, `jdks`",
      "Manifest$FixtureFacts, `fixtures`", "Manifest$ConfigurationFacts, `configurations`", "Arm, `arms`",
      "Arm$Preparation, `arms`", "Arm$Control, `arms`", "Launch, ## launches.jsonl", "PhasesNs, `phasesNs`",
      "BlockEnd, ## blocks.jsonl", "Guards, `guards`", "Manifest$Scenario, `scenarios`",
      "WarmLaunch, `cold-to-warm.jsonl`", "MemoryLaunch, `memory.jsonl`", "InstanceLaunch, `second-instance.jsonl`",
      "ApiLaunch, `runtime-api.jsonl`", "ClientLaunch, `runtime-api-client.jsonl`", "BurstLaunch, `burst.jsonl`",})
  void shouldDocumentEachField(String record, String heading) throws Exception {
    RecordComponent[] fields = Class.forName("dev.coldstart.record." + record).getRecordComponents();
    // SCHEMA.md lists the counters one by one.
    String[] documented = Arrays.stream(fields)
        .filter(field -> field.getType() != Counters.class)
        .map(field -> "`" + field.getName() + "`")
        .toArray(String[]::new);
    assertThat(section(heading)).contains(documented);
  }

  @ParameterizedTest
  @EnumSource(Counter.class)
  void shouldDocumentEachCounter(Counter counter) throws IOException {
    assertThat(section("## launches.jsonl")).contains("`" + counter.key() + "`");
    if (counter.label().isPresent()) {
      assertThat(section("Each element of `arms`")).contains("`" + counter.medianKey() + "`");
    }
  }

  /** The first table after the line that begins with this text. */
  private static String section(String heading) throws IOException {
    String text = Files.readString(SCHEMA);
    int start = text.indexOf("\n" + heading);
    assertThat(start).as(heading).isNotNegative();
    int table = text.indexOf("\n| field", start);
    int end = text.indexOf("\n\n", table);
    return text.substring(table, end);
  }
}
