package dev.coldstart.report.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Manifest;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.report.export.SampleSummaries;
import dev.coldstart.report.export.SummaryFile;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Verdict;
import dev.coldstart.stats.run.RunStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private static final String ARM = "chicory.interpreter/default/jdk25";
  private static final Estimate RATIO = new Estimate(2, 1.9, 2.1);
  private static final Manifest MANIFEST = SampleRuns.standard().manifest();

  @Test
  void shouldShowTheOldestFirst() {
    History history = of(List.of(run("c", RATIO), run("b", new Estimate(3, 2.9, 3.1)), run("a", RATIO)));
    assertThat(history.charts()).singleElement().satisfies(chart -> {
      assertThat(chart.fixture()).isEqualTo("Hello");
      assertThat(chart.runs()).containsExactly("c", "b", "a");
      assertThat(chart.sentence())
          .contains("does not overlap the previous one in 1 of 1 arm: Chicory (interpreter, default)");
      assertThat(chart.pasts()).singleElement().satisfies(past -> {
        assertThat(past.newest()).isEqualTo(RATIO);
        assertThat(chart.runs()).extracting(run -> past.in(run).value()).containsExactly(2.0, 3.0, 2.0);
        // Later runs are further to the right.
        assertThat(chart.drawn(past).toString()).contains("class=\"dots\"", "M167 ", "M500 ", "M833 ");
      });
    });
  }

  @Test
  void shouldNeedTwoRunsWithAnInterval() {
    Estimate bare = new Estimate(2, Double.NaN, Double.NaN);
    assertThat(of(List.of()).charts()).isEmpty();
    assertThat(of(List.of(run("a", RATIO))).charts()).isEmpty();
    assertThat(of(List.of(run("a", RATIO), run("b", bare))).charts()).isEmpty();
  }

  @Test
  void shouldLeaveOutRunsThatAreNotToBeTrusted() {
    RunOutline bad = run("b", MANIFEST, RunStatus.DO_NOT_TRUST, RATIO);
    assertThat(of(List.of(run("a", RATIO), bad)).charts()).isEmpty();
  }

  @Test
  void shouldLeaveOutOtherMachinesAndOtherJdks() {
    Manifest.Machine machine = new Manifest.Machine("Linux", "6.1.0", "amd64", "Other CPU", 2, 8L << 30, null, null);
    List<Manifest.Jdk> jdks = List.of(new Manifest.Jdk("jdk25", "25.0.4", "Synthetic"));
    Manifest elsewhere = with(machine, MANIFEST.jdks());
    Manifest newer = with(MANIFEST.machine(), jdks);
    assertThat(of(List.of(run("a", RATIO), run("b", elsewhere, RunStatus.SOUND, RATIO))).charts()).isEmpty();
    assertThat(of(List.of(run("a", RATIO), run("b", newer, RunStatus.SOUND, RATIO))).charts()).isEmpty();
  }

  /** Two machines that do not report their processors may be different machines. */
  @Test
  void shouldLeaveOutMachinesThatTellNothing() {
    Manifest.Machine untold = new Manifest.Machine("Linux", "6.1.0", "aarch64", null, 2, 8L << 30, null, null);
    RunOutline first = run("a", with(untold, MANIFEST.jdks()), RunStatus.SOUND, RATIO);
    RunOutline second = run("b", with(untold, MANIFEST.jdks()), RunStatus.SOUND, RATIO);
    History history = of(List.of(second, first));
    assertThat(history.charts()).isEmpty();
    assertThat(history.where()).isEqualTo("unknown processor (aarch64), 2 processors");
  }

  @Test
  void shouldLeaveOutRatiosToAnotherBaseline() {
    assertThat(of(List.of(run("b", RATIO), against("wasmtime.jni"), run("a", RATIO))).charts()).singleElement()
        .satisfies(chart -> assertThat(chart.runs()).containsExactly("b", "a"));
    assertThat(of(List.of(against("wasmtime.jni"), run("a", RATIO))).charts()).isEmpty();
  }

  @Test
  void shouldDrawTheSameChangeAlike() {
    List<RunOutline> runs =
        List.of(run("b", times(RATIO, 2), wasmtime(times(RATIO, 10))), run("a", RATIO, wasmtime(times(RATIO, 5))));
    History.Chart chart = of(runs).charts().get(0);
    assertThat(chart.pasts()).hasSize(2);
    assertThat(chart.drawn(chart.pasts().get(0))).hasToString(chart.drawn(chart.pasts().get(1)).toString());
    assertThat(chart.sentence()).contains("in 2 of 2 arms: ");
  }

  @Test
  void shouldSayThatRangesTouchAndThatARunHasNoRatio() {
    SummaryFile.ArmRow other = wasmtime(RATIO);
    History.Chart chart = of(List.of(run("c", RATIO, other), run("b", RATIO), run("a", RATIO, other))).charts().get(0);
    assertThat(chart.sentence()).isEqualTo("The newest interval of each arm overlaps the previous one.");
    assertThat(chart.pasts().get(1).in("b")).isEqualTo(Estimate.NONE);
  }

  @Test
  void shouldShowNoMoreThanAPageHolds() {
    List<RunOutline> many = IntStream.range(0, 50).mapToObj(i -> run("run-" + i, RATIO)).toList();
    assertThat(of(many).charts().get(0).runs()).hasSize(30);
    assertThat(History.of(many, new History.Bound(30, 40, 6)).charts().get(0).runs()).hasSize(6);
    History none = History.of(many, new History.Bound(30, 0, 600));
    assertThat(none.charts()).isEmpty();
    assertThat(none.more()).isEqualTo(1);
  }

  private static History of(List<RunOutline> newestFirst) {
    return History.of(newestFirst, History.Bound.SECTION);
  }

  private static SummaryFile.ArmRow wasmtime(Estimate ratio) {
    return SampleSummaries.row("wasmtime.jni/default/jdk25", "hello", ratio, Verdict.SLOWER);
  }

  private static Estimate times(Estimate e, double factor) {
    return new Estimate(e.value() * factor, e.low() * factor, e.high() * factor);
  }

  /** A run whose summary was made with another baseline. */
  private static RunOutline against(String configuration) {
    Estimate one = new Estimate(1, Double.NaN, Double.NaN);
    return run("against", RATIO, SampleSummaries.row(configuration + "/default/jdk25", "hello", one, null));
  }

  private static Manifest with(Manifest.Machine machine, List<Manifest.Jdk> jdks) {
    Manifest m = MANIFEST;
    return Records.with(m, "machine", machine, "jdks", jdks);
  }

  private static RunOutline run(String id, Estimate ratio, SummaryFile.ArmRow... others) {
    return run(id, MANIFEST, RunStatus.SOUND, ratio, others);
  }

  private static RunOutline run(String id, Manifest manifest, RunStatus status, Estimate ratio,
      SummaryFile.ArmRow... others) {
    List<SummaryFile.ArmRow> rows = new ArrayList<>(List.of(others));
    rows.add(SampleSummaries.row(ARM, "hello", ratio, Verdict.SLOWER));
    return new RunOutline(new RunFolder(Path.of(id)), manifest, SampleSummaries.file(status, rows), null);
  }
}
