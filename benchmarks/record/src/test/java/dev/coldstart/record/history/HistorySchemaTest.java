package dev.coldstart.record.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Manifest;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** HISTORY.md must document each field of a line. */
class HistorySchemaTest {

  @Test
  void shouldDocumentEachField() throws Exception {
    String text = Files.readString(Path.of("src/main/java/dev/coldstart/record/history/HISTORY.md"));
    String table = text.substring(text.indexOf("\n| field"), text.indexOf("\n## Queries"));
    assertThat(table).contains(Arrays.stream(HistoryLine.class.getRecordComponents())
        .map(RecordComponent::getName)
        .map(name -> "`" + name + "`")
        .toArray(String[]::new));
    assertThat(table).contains(Arrays.stream(Manifest.Machine.class.getRecordComponents())
        .map(RecordComponent::getName)
        .map(name -> "`" + name + "`")
        .toArray(String[]::new));
  }
}
