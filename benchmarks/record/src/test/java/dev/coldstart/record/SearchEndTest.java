package dev.coldstart.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SearchEndTest {

  private static final Path SCHEMA = Path.of("src/main/java/dev/coldstart/record/TUNE.md");

  @Test
  void shouldBeDocumented() throws Exception {
    String line = Files.readAllLines(SCHEMA)
        .stream()
        .filter(any -> any.startsWith("| `searchEndedBy`"))
        .findFirst()
        .orElseThrow();
    assertThat(line)
        .contains(Arrays.stream(Tuning.SearchEnd.values()).map(end -> "`" + end.id() + "`").toArray(String[]::new));
  }
}
