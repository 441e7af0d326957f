package dev.coldstart.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.results.Manifest;
import dev.coldstart.results.RunFolder;
import dev.coldstart.results.SampleRuns;
import dev.coldstart.stats.Estimate;
import dev.coldstart.stats.RunOutline;
import dev.coldstart.stats.RunStatus;
import dev.coldstart.stats.Verdict;
import dev.coldstart.stats.WrittenSummary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private static final String ARM = "chicory.interpreter/default/jdk25";
  private static final Estimate RATIO = new Estimate(2, 1.9, 2.1);
  private static final Manifest MANIFEST = SampleRuns.standard().manifest();

  @Test
  void shouldShowTheOldestFirst() {
    History history = History.of(List.of(run("c", RATIO), run("b", new Estimate(3, 2.9, 3.1)), run("a", RATIO)));
    assertThat(history.charts()).singleElement().satisfies(chart -> {
      assertThat(chart.fixture()).isEqualTo("Hello");
      assertThat(chart.lines()).singleElement().satisfies(line -> {
        assertThat(line.points()).extracting(History.Point::run).containsExactly("a", "b", "c");
        assertThat(line.newest().ratio()).isEqualTo("2.00\u00a0×");
        assertThat(line.drawn().toString().split("<circle", -1)).hasSize(4);
      });
    });
  }

  @Test
  void shouldNeedTwoRunsWithAnInterval() {
    Estimate bare = new Estimate(2, Double.NaN, Double.NaN);
    assertThat(History.of(List.of()).charts()).isEmpty();
    assertThat(History.of(List.of(run("a", RATIO))).charts()).isEmpty();
    assertThat(History.of(List.of(run("a", RATIO), run("b", bare))).charts()).isEmpty();
  }

  @Test
  void shouldLeaveOutRunsThatAreNotToBeTrusted() {
    RunOutline bad = run("b", MANIFEST, RunStatus.DO_NOT_TRUST, RATIO);
    assertThat(History.of(List.of(run("a", RATIO), bad)).charts()).isEmpty();
  }

  @Test
  void shouldLeaveOutOtherMachinesAndOtherJdks() {
    Manifest.Machine machine = new Manifest.Machine("Linux", "6.1.0", "amd64", "Other CPU", 2, 8L << 30, null);
    List<Manifest.Jdk> jdks = List.of(new Manifest.Jdk("jdk25", "25.0.4", "Synthetic"));
    Manifest elsewhere = with(machine, MANIFEST.jdks());
    Manifest newer = with(MANIFEST.machine(), jdks);
    assertThat(History.of(List.of(run("a", RATIO), run("b", elsewhere, RunStatus.SOUND, RATIO))).charts()).isEmpty();
    assertThat(History.of(List.of(run("a", RATIO), run("b", newer, RunStatus.SOUND, RATIO))).charts()).isEmpty();
  }

  private static Manifest with(Manifest.Machine machine, List<Manifest.Jdk> jdks) {
    Manifest m = MANIFEST;
    return new Manifest(
        m.schema(), m.runId(), m.startedAt(), m.endedAt(), m.stoppedBy(), m.commandLine(), m.coldstart(), m.commit(),
        m.clean(), m.plan(), machine, jdks, m.fixtures(), m.arms(), m.notes(), m.resumedAt(), m.spawns());
  }

  private static RunOutline run(String id, Estimate ratio) {
    return run(id, MANIFEST, RunStatus.SOUND, ratio);
  }

  private static RunOutline run(String id, Manifest manifest, RunStatus status, Estimate ratio) {
    WrittenSummary.Row row = new WrittenSummary.Row(ARM, "hello", ratio, Verdict.SLOWER);
    return new RunOutline(new RunFolder(Path.of(id)), manifest, new WrittenSummary(status, List.of(row)), null);
  }
}
