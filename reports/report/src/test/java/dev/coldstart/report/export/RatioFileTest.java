package dev.coldstart.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.report.page.CheckedRuns;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.Summary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RatioFileTest {

  @TempDir
  private Path out;

  @Test
  void shouldHaveTheRatiosOfTheSummary() throws Exception {
    RunData run = SampleRuns.standard().readFrom(out);
    Summary summary = Summary.of(run);
    SummaryWriter.writeOthers(run, summary, run.folder());
    JsonNode file = JsonMapper.shared().readTree(Files.readString(run.folder().ratios()));
    assertThat(file).isNotEmpty();
    for (JsonNode entry : file) {
      ArmSummary arm = summary.arms()
          .stream()
          .filter(one -> (one.arm().arm() + " in " + one.arm().fixture()).equals(entry.path("name").stringValue()))
          .findFirst()
          .orElseThrow();
      assertThat(arm.arm().baseline() || arm.arm().isControl()).isFalse();
      assertThat(entry.path("unit").stringValue()).isEqualTo("ratio");
      assertThat(entry.path("value").doubleValue()).isEqualTo(arm.ratio().value());
    }
  }

  @Test
  void shouldHaveNoneOfARunThatIsNotToBeTrusted() {
    RunData run = CheckedRuns.standard().readFrom(out);
    assertThat(RatioFile.json(CheckedRuns.failed(run, "why"))).isEqualTo("[ ]\n");
  }

  @Test
  void shouldBeTheSameInEachLocale() {
    Summary summary = Summary.of(SampleRuns.hostile().readFrom(out));
    String expected = RatioFile.json(summary);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(RatioFile.json(summary)).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }
}
