package dev.coldstart.report.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Manifest;
import dev.coldstart.record.Records;
import dev.coldstart.record.SampleHistory;
import dev.coldstart.record.history.HistoryLine;
import dev.coldstart.report.trend.Check.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckTest {

  private static final int STEP = 12;

  @Test
  void shouldSayWhatBecameSlowerSinceWhenAndWhy() {
    Check check = Check.of(SampleNights.stepped(STEP + 3, STEP), 3);
    assertThat(check.outcome()).isEqualTo(Outcome.SLOWER);
    assertThat(check.lines()).singleElement()
        .asString()
        .matches(
            "Chicory \\(interpreter\\) in hello: [56](\\.\\d)?\u00a0% slower \\(1\\.0\\d-1\\.0\\d × before\\) since "
                + "20260113T020000Z, found after [23] nights; Chicory 1\\.7\\.4 → Chicory 1\\.7\\.5 changed that night");
  }

  @ParameterizedTest
  @CsvSource({"0, TOO_FEW_NIGHTS", "2, TOO_FEW_NIGHTS", "3, NONE", "12, NONE", "13, SUSPECTED", "15, SLOWER",
      "16, SLOWER", "20, NONE"})
  void shouldTellAChangeOnTheNightsOnWhichItIsNew(int nights, Outcome outcome) {
    assertThat(Check.of(SampleNights.stepped(nights, STEP), 3).outcome()).isEqualTo(outcome);
  }

  @Test
  void shouldTellAnArmThatBecameFasterWithoutFailing() {
    List<HistoryLine> faster =
        SampleNights.each(STEP + 3, (night, line) -> night < STEP ? line : SampleNights.scaled(line, 0.93));
    Check check = Check.of(faster, 3);
    assertThat(check.outcome()).isEqualTo(Outcome.NONE);
    assertThat(check.lines()).singleElement().asString().contains("% faster", "no version is known to have changed");
  }

  @Test
  void shouldLeaveOutRunsThatAreNotTrusted() {
    List<HistoryLine> untrusted = SampleNights.stepped(STEP + 3, STEP)
        .stream()
        .map(line -> line.engine().endsWith("1.7.5") ? Records.with(line, "trusted", false) : line)
        .toList();
    assertThat(Check.of(untrusted, 3).findings()).isEmpty();
  }

  @Test
  void shouldNotCompareMachinesThatDifferOrAreUnknown() {
    Manifest.Machine other = Records.with(SampleHistory.MACHINE, "processor", "Another CPU");
    assertThat(Check.of(on(other), 3).findings()).isEmpty();
    Manifest.Machine unknown = Records.with(SampleHistory.MACHINE, "processor", null);
    List<HistoryLine> allUnknown = on(unknown).stream().map(line -> Records.with(line, "machine", unknown)).toList();
    assertThat(Check.of(allUnknown, 3).findings()).isEmpty();
    assertThat(Trend.of(allUnknown).get(0).series()).hasSize(STEP + 3);
    assertThat(Check.of(on(Records.with(SampleHistory.MACHINE, "kernel", "6.2")), 3).findings()).hasSize(1);
  }

  /** Two machines that take turns have a series each. */
  @Test
  void shouldFindAChangeOnEachOfTwoMachines() {
    Manifest.Machine other = Records.with(SampleHistory.MACHINE, "processor", "Another CPU");
    List<HistoryLine> one = SampleNights.stepped(STEP + 3, STEP);
    List<HistoryLine> second = one.stream()
        .map(line -> Records.with(SampleNights.scaled(line, 1.5), "machine", other, "startedAt",
            line.startedAt().plusSeconds(60)))
        .toList();
    assertThat(Check.of(Stream.concat(one.stream(), second.stream()).toList(), 3).findings()).hasSize(2)
        .allMatch(Finding::isConfirmed);
  }

  @Test
  void shouldTakeTheLinesInAnyOrder() {
    List<HistoryLine> nights = SampleNights.stepped(STEP + 3, STEP);
    List<HistoryLine> reversed =
        Stream.iterate(nights.size() - 1, i -> i - 1).limit(nights.size()).map(nights::get).toList();
    assertThat(Check.of(reversed, 3)).isEqualTo(Check.of(nights, 3));
  }

  @Test
  void shouldGiveTheSameToPrograms() {
    JsonNode json = JsonMapper.shared().readTree(Check.of(SampleNights.stepped(STEP + 3, STEP), 3).json());
    assertThat(json.get("schema").asInt()).isEqualTo(1);
    assertThat(json.get("outcome").asString()).isEqualTo("slower");
    JsonNode change = json.get("changes").get(0);
    assertThat(change.get("since").asString()).isEqualTo("20260113T020000Z");
    assertThat(change.get("sinceStartedAt").asString()).isEqualTo("2026-01-13T02:00:00Z");
    assertThat(change.get("confirmed").asBoolean()).isTrue();
    assertThat(change.get("change").asDouble()).isBetween(1.05, 1.07);
    assertThat(JsonMapper.shared().readTree(Check.of(List.of(), 3).json()).get("outcome").asString())
        .isEqualTo("too few nights");
  }

  /** The step happened when the machine changed. */
  private static List<HistoryLine> on(Manifest.Machine other) {
    return SampleNights.stepped(STEP + 3, STEP)
        .stream()
        .map(line -> line.engine().endsWith("1.7.5") ? Records.with(line, "machine", other) : line)
        .toList();
  }
}
