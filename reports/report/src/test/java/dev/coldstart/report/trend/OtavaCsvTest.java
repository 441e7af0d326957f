package dev.coldstart.report.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Manifest;
import dev.coldstart.record.Records;
import dev.coldstart.record.SampleHistory;
import dev.coldstart.record.history.HistoryLine;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtavaCsvTest {

  /**
   * A quote and a comma are in the processor's name; the second run has no ratio for one arm; the third is not trusted.
   */
  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "ar-EG"})
  void shouldWriteTheTableThatOtavaReads(String tag) {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag(tag));
    try {
      HistoryLine first = SampleHistory.line(0, 3.71234567);
      Manifest.Machine machine = Records.with(SampleHistory.MACHINE, "processor", "Fast \"3\", 2 GHz");
      HistoryLine second = Records.with(SampleHistory.line(1, 3.5), "machine", machine, "commit", null);
      HistoryLine markdown = Records.with(first, "fixture", "markdown", "ratio", 1.5);
      HistoryLine baseline = Records.with(first, "baseline", null, "ratio", null);
      HistoryLine failed = Records.with(SampleHistory.line(2, 9), "trusted", false);
      assertThat(OtavaCsv.of(List.of(second, failed, markdown, first, baseline))).isEqualTo("""
          time,run,commit,machine,hello:chicory.interpreter/default/jdk25,markdown:chicory.interpreter/default/jdk25
          2026-01-01T02:00:00Z,20260101T020000Z,0123456789abcdef,Synthetic CPU,3.712346,1.500000
          2026-01-02T02:00:00Z,20260102T020000Z,,"Fast ""3"", 2 GHz",3.500000,
          """);
    } finally {
      Locale.setDefault(before);
    }
  }
}
