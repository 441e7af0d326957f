package dev.coldstart.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Arm;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.BurstLaunch;
import dev.coldstart.record.Guards;
import dev.coldstart.record.MemoryLaunch;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.record.SampleScenarios;
import dev.coldstart.record.Scenarios;
import dev.coldstart.report.answer.SettingTable;
import dev.coldstart.report.answer.PhaseBars;
import dev.coldstart.report.jmh.FirstTouch;
import dev.coldstart.report.jmh.SteadyState;
import dev.coldstart.report.noise.AaPlot;
import dev.coldstart.report.noise.GuardStrips;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.scenario.BurstChart;
import dev.coldstart.report.scenario.ColdToWarm;
import dev.coldstart.report.scenario.MemoryChart;
import dev.coldstart.report.text.PhaseWords;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.Summary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main finding of each drawing, for runs with a lot of data, with little and with none. */
class FoundTest {

  private static final String NOT_TRUSTED = "not to be trusted: a control failed.";

  @TempDir
  Path out;
  private int runs;

  @Test
  void shouldNameTheLongestPhaseOfTheShortestAndTheLongestBar() {
    String boot = ", boot takes longest: [0-9.]+ of [0-9.]+ ms";
    assertThat(phases(SampleRuns.blocks(1))).matches("In the fastest arm, Plain Java \\(twin, appcds\\)" + boot
        + "; in the slowest, Chicory \\(interpreter, default\\)" + boot + "\\.");
    assertThat(phases(SampleRuns.blocks(1).onlyLaunches(l -> l.arm().equals(SampleRuns.BASELINE))))
        .matches("In Plain Java \\(twin, default\\)" + boot + "\\.");
    assertThat(phases(SampleRuns.blocks(0))).isEmpty();
  }

  @Test
  void shouldSayWhichPhaseIsCountedInTheLongest() {
    Arm arm = SampleRuns.blocks(1).manifest().arms().get(1);
    assertThat(PhaseWords.longest(arm, "A", Map.of("boot", 10.0, "parse", 50.0), 99))
        .isEqualTo("A, parse takes longest: 50.0 of 99.0\u00a0ms (compile is counted in parse)");
    assertThat(PhaseWords.longest(arm, "A", Map.of("boot", 0.0, "firstInvoke", 7.0), 8))
        .isEqualTo("A, first invoke takes longest: 7.00 of 8.00\u00a0ms");
  }

  @Test
  void shouldSayWhatCallsTakeInSteadyState() {
    List<SteadyState> states = SteadyState.of(view(SampleRuns.blocks(1)));
    assertThat(states.get(0).found().replace('\u00a0', ' '))
        .matches("Lowest median: Plain Java \\(twin\\), [0-9.]+ [µn]s \\(with the time of reading the clock\\); "
            + "the 99th percentile furthest from its median: .*, [0-9.]+ × the median\\.");
    assertThat(SteadyState.of(view(SampleRuns.blocks(1).withoutJmh()))).isEmpty();
  }

  @Test
  void shouldSayOfWhichArmsThereIsNoSteadyState() {
    SampleRun run = SampleRuns.blocks(1)
        .withManifest(m -> Records.with(m, "notes", List.of("wasmtime.jni: it needs a warm-up of 20 s")));
    RunView view = view(run);
    List<SteadyState> all = SteadyState.of(view);
    assertThat(SteadyState.leftOut(view, all)).doesNotContain("Plain Java (twin): not measured");
    assertThat(SteadyState.leftOut(view, List.of())).containsExactly("Plain Java (twin): not measured",
        "Chicory (interpreter): not measured", "Wasmtime (jni): it needs a warm-up of 20 s");
  }

  @Test
  void shouldSayWhichFirstCallIsLongest() {
    assertThat(FirstTouch.of(view(SampleRuns.blocks(1))).get(0).found().replace('\u00a0', ' '))
        .matches("The slowest first call is that of \\w.* in \\w.*: [0-9.]+ [mµn]s\\.");
  }

  @Test
  void shouldSayWhatASettingSavesOrThatNoneDoesForSure() {
    assertThat(setting(view(SettingRuns.withSettings(SampleRuns.blocks(30))))).matches(
        "Saves most: .*, appcds\\), which takes 0\\.[0-9]+ × \\(0\\.[0-9]+–0\\.[0-9]+\\) the time of .*, default\\)\\.");
    assertThat(setting(view(SettingRuns.withSettings(SampleRuns.blocks(4)))))
        .isEqualTo("No two arms share blocks enough for an interval.");
    RunView same =
        view(SettingRuns.withSettings(SampleRuns.blocks(30)).slowedInFirstCall(l -> l.arm().contains("appcds"), 3));
    assertThat(setting(same)).isEqualTo("No choice clearly saves time.");
    RunData run = SettingRuns.withSettings(CheckedRuns.standard()).readFrom(out.resolve("failed"));
    assertThat(setting(new RunView(run, CheckedRuns.failed(run, "why")))).endsWith(NOT_TRUSTED);
  }

  @Test
  void shouldSayHowManyIntervalsContainOne() {
    assertThat(AaPlot.of(view(CheckedRuns.standard())).found().replace('\u00a0', ' ')).matches(
        "In [0-4] of [1-4] rows the 95 % interval of the ratio contains 1, as it should; the one that reaches furthest away from 1, by [0-9.]+ %, is that of .*\\.");
    SampleRun one = CheckedRuns.only(CheckedRuns.standard(),
        arm -> arm.fixture().equals("hello") && arm.profile().equals("default"));
    assertThat(AaPlot.of(view(one)).found().replace('\u00a0', ' ')).matches(
        "The 95 % interval of the ratio (contains|does not contain) 1, and reaches away from it by [0-9.]+ %\\.");
    SampleRun few = CheckedRuns.standard().onlyLaunches(l -> l.block() < 3);
    assertThat(AaPlot.of(view(few)).found()).isEqualTo("There are too few blocks for an interval.");
    assertThat(AaPlot.of(view(SampleRuns.blocks(1))).found()).isEmpty();
  }

  @Test
  void shouldSayWhatWasBeyondALimit() {
    assertThat(GuardStrips.of(view(CheckedRuns.standard())).found()).isEqualTo(
        "Steal was above its limit in 1 of 60 blocks. Throttling was above its limit in 0 of 60 blocks. The other guards"
            + " have no limit: they cause no retry, at most a warning.");
    assertThat(guards(0.01)).startsWith("In no block was steal or throttling above its limit. ");
    assertThat(guards(0.06)).startsWith("Steal was above its limit in 1 of 1 block. The other ");
    assertThat(guards(null)).isEqualTo("Nothing that has a limit was observed.");
  }

  private String guards(Double steal) {
    Guards guards = new Guards(null, steal, null, null, null, null, null, null, null, null);
    return GuardStrips
        .of(view(SampleRuns.blocks(1).withBlocks(List.of(new BlockEnd("hello", 1, false, null, 2, 1, guards)))))
        .found();
  }

  @Test
  void shouldSayWhatTheScenariosShow() {
    RunView view = view(SampleScenarios.run());
    assertThat(ColdToWarm.of(view).get(0).found().replace('\u00a0', ' '))
        .matches("The calls of Plain Java \\(twin\\) change most: the second takes [0-9.]+ µs, the last"
            + " \\(call 500\\) [0-9.]+ µs\\.");
    assertThat(MemoryChart.of(view).get(0).found().replace('\u00a0', ' ')).matches(
        "With one live instance, a process holds 4[0-9.]+ MB in Plain Java \\(twin\\), and up to 7[0-9.]+ MB in Wasmtime \\(jni\\)\\. "
            + "One further instance takes 2[0-9.]+ MB in Chicory \\(interpreter\\)\\.");
    assertThat(BurstChart.of(view).get(0).found().replace('\u00a0', ' ')).matches(
        "Of 4 JVMs started at once, the slowest takes [12]\\.[0-9]+ × the time of one alone .* in .*, and up to [12]\\.[0-9]+ × "
            + "the time of one alone .* in .*\\.");
  }

  @Test
  void shouldSayNoMoreOfAScenarioThanItHas() {
    Scenarios all = SampleScenarios.run().scenarios();
    Set<String> baseline = Set.of(SampleRuns.BASELINE);
    RunView alone = view(SampleScenarios.run()
        .withScenarios(SampleScenarios.lines(
            all.of(MemoryLaunch.class).stream().filter(l -> baseline.contains(l.arm())).toList(),
            all.of(BurstLaunch.class).stream().filter(l -> baseline.contains(l.arm()) && l.starts() <= 2).toList())));
    assertThat(MemoryChart.of(alone).get(0).found())
        .containsPattern("With one live instance, a process holds 4[0-9.]+.MB in Plain Java \\(twin\\)\\.")
        .doesNotContain(", and ");
    assertThat(BurstChart.of(alone).get(0).found()).startsWith("Of 2 JVMs started at once").doesNotContain(", and ");
    RunView single = view(SampleScenarios.run()
        .withScenarios(
            SampleScenarios.lines(all.of(BurstLaunch.class).stream().filter(l -> l.starts() == 1).toList())));
    assertThat(BurstChart.of(single)).allMatch(chart -> chart.found().isEmpty());
  }

  @Test
  void shouldJudgeNoBurstOfARunThatIsNotToBeTrusted() {
    RunData run = SampleScenarios.run().readFrom(out.resolve("bursts"));
    Summary of = Summary.of(run);
    Summary failed = CheckedRuns.failed(run, "why");
    RunView view = new RunView(run,
        new Summary(of.margin(), failed.status(), failed.statusReasons(), List.of(), Estimate.NONE, of.arms(),
            of.jmhBias(), of.effort(), of.scenarios(), List.of(), of.warnings(), List.of(), List.of(), List.of()));
    assertThat(BurstChart.of(view).get(0).found()).endsWith(NOT_TRUSTED);
  }

  /** Each drawing has its sentence, its name and its caption. */
  @Test
  void shouldNameAndExplainEachDrawing() {
    RunData run = SettingRuns.withSettings(SampleScenarios.run()).readFrom(out.resolve("all"));
    String html = RunPage.render(run, Summary.of(run), run.folder().reportHtml());
    List<String> figures = Pattern.compile("<figure[^>]*>.*?</figure>", Pattern.DOTALL)
        .matcher(html)
        .results()
        .map(m -> m.group())
        .toList();
    assertThat(figures).hasSizeGreaterThan(15).allSatisfy(figure -> {
      assertThat(figure.substring(0, figure.indexOf('>'))).containsAnyOf("aria-label=\"", "aria-labelledby=\"");
      assertThat(figure).contains("<figcaption>");
    });
    for (String section : List.of("phases", "launches", "cold-to-warm", "memory", "burst", "size", "settings",
        "steady-state")) {
      String content = html.substring(html.indexOf("<section id=\"" + section + "\""));
      assertThat(content.substring(0, content.indexOf("</section>"))).as(section).contains("<p class=\"found\">");
    }
  }

  private String phases(SampleRun run) {
    return PhaseBars.of(view(run), run.manifest().fixtures().get(1)).found().replace('\u00a0', ' ');
  }

  private static String setting(RunView view) {
    return SettingTable.of(view).get(0).found().replace('\u00a0', ' ');
  }

  private RunView view(SampleRun run) {
    RunData data = run.readFrom(out.resolve("run" + runs++));
    return new RunView(data, Summary.of(data));
  }
}
