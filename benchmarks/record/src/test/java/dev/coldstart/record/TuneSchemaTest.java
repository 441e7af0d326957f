package dev.coldstart.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TUNE.md must document each field of each record in the record's own table. */
class TuneSchemaTest {

  private static final Path SCHEMA = Path.of("src/main/java/dev/coldstart/record/TUNE.md");

  @ParameterizedTest
  @CsvSource({"Tuning, # tune.json", "Tuning$Generation, `generations`", "Tuning$Entry, `generations`",
      "Tuning$Round, `rounds`", "Tuning$Place, `standings`", "Tuning$End, `end`", "Tuning$Ratio, `end`",})
  void shouldDocumentEachField(String record, String heading) throws Exception {
    String[] fields = Arrays.stream(Class.forName("dev.coldstart.record." + record).getRecordComponents())
        .map(field -> "`" + field.getName() + "`")
        .toArray(String[]::new);
    assertThat(section(heading)).contains(fields);
  }

  /** The first table after the heading. */
  private static String section(String heading) throws IOException {
    String text = Files.readString(SCHEMA);
    int start = ("\n" + text).indexOf("\n" + heading + "\n");
    assertThat(start).as(heading).isNotNegative();
    int table = text.indexOf("\n| field", start);
    int end = text.indexOf("\n\n", table);
    return end < 0 ? text.substring(table) : text.substring(table, end);
  }
}
