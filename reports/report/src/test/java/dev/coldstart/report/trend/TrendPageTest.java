package dev.coldstart.report.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Manifest;
import dev.coldstart.record.Records;
import dev.coldstart.record.SampleHistory;
import dev.coldstart.record.history.HistoryLine;
import dev.coldstart.report.html.Scripts;
import java.util.List;
import org.junit.jupiter.api.Test;

public class TrendPageTest {

  @Test
  void shouldPutTheFindingsFirstAndMarkThemInTheChart() {
    String html = TrendPage.render(SampleNights.stepped(15, 12));
    assertThat(html.indexOf("slower (")).isPositive().isLessThan(html.indexOf("<svg class=\"past nights\""));
    assertThat(html).contains("1 change was found in 15 runs.", "<path class=\"changed\" d=\"M803 0V64\"/>",
        "<path class=\"versions\" d=\"M803 0V64\"/>", "Chicory 1.7.4 → Chicory 1.7.5", "Synthetic CPU");
    assertThat(html).doesNotContain("<path class=\"machines\"", "<path class=\"hollow\"");
  }

  @Test
  void shouldNotJoinNightsThatDoNotCount() {
    List<HistoryLine> nights = SampleNights.each(4,
        (night, line) -> night == 2
            ? Records.with(line, "trusted", false, "status", "do not trust", "doubts", List.of("A/A of hello: fails"))
            : line);
    String html = TrendPage.render(nights);
    assertThat(html).contains("No change was found in 4 runs.", "<path class=\"hollow\" d=\"M625 ",
        "do not trust: A/A of hello: fails");
    String joined = html.replaceAll("(?s).*<path class=\"between\" d=\"([^\"]*)\".*", "$1");
    assertThat(joined.split("L")).hasSize(3);
  }

  @Test
  void shouldMarkAnotherMachine() {
    Manifest.Machine other = Records.with(SampleHistory.MACHINE, "processor", "Another CPU");
    String html = TrendPage
        .render(SampleNights.each(4, (night, line) -> night < 2 ? line : Records.with(line, "machine", other)));
    assertThat(html).contains("<path class=\"machines\" d=\"M513 0V64\"/>",
        "another machine, or one with an unknown processor:" + " Another CPU, 2 processors");
  }

  @Test
  void shouldHoldWithoutAnyRatio() {
    assertThat(TrendPage.render(List.of())).contains("No change can be found yet: it takes at least 3 trusted nights",
        "No run in this history");
    HistoryLine none =
        Records.with(SampleHistory.line(0, 1), "ratio", null, "ratioLow", null, "ratioHigh", null, "blocks", 0);
    assertThat(TrendPage.render(List.of(none))).doesNotContain("NaN", ">null<", "<svg class=\"past nights\"");
    HistoryLine withoutInterval = Records.with(SampleHistory.line(0, 1), "ratioLow", null, "ratioHigh", null);
    assertThat(TrendPage.render(List.of(withoutInterval))).contains("<path class=\"hollow\"").doesNotContain("NaN");
  }

  @Test
  void shouldEscapeAllThatComesFromOutside() {
    assertThat(Scripts.removed(hostile())).doesNotContain("<script", "\u202e").contains("&lt;script&gt;alert(1)");
  }

  /** A page with findings, all of whose texts come from somebody who means no good. */
  public static String hostile() {
    String evil = "<script>alert(1)</script>\u202e" + "x".repeat(100);
    return TrendPage.render(SampleNights.stepped(15, 12)
        .stream()
        .map(line -> Records.with(line, "label", evil, "fixture", evil, "run", evil, "status", evil, "doubts",
            List.of(evil), "engine", evil + line.engine(), "machine",
            Records.with(SampleHistory.MACHINE, "processor", evil), "trusted",
            line.startedAt().getEpochSecond() % 7 > 0))
        .toList());
  }

  @Test
  void shouldShowOnlyTheNewestRunsOfALongHistory() {
    String html = TrendPage.render(SampleNights.each(TrendPage.MOST_RUNS + 30, (night, line) -> line));
    assertThat(html).contains("found in 150 runs", "120 runs, the oldest on the left");
  }
}
