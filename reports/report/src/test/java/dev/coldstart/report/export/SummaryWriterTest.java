package dev.coldstart.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.report.page.Golden;
import dev.coldstart.report.page.Nothing;
import dev.coldstart.record.Arm;
import dev.coldstart.record.Counter;
import dev.coldstart.record.Guards;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.Scenarios;
import dev.coldstart.record.WarmLaunch;
import dev.coldstart.report.text.SampleControls;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Verdict;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.Comparison;
import dev.coldstart.stats.run.ControlResult.Outcome;
import dev.coldstart.stats.run.ControlResult;
import dev.coldstart.stats.run.CounterMedians;
import dev.coldstart.stats.run.Doubt;
import dev.coldstart.stats.run.JmhBias;
import dev.coldstart.stats.run.SettingEffect;
import dev.coldstart.stats.run.Neighbour;
import dev.coldstart.stats.run.Overhead;
import dev.coldstart.stats.run.RunEffort;
import dev.coldstart.stats.run.RunStatus;
import dev.coldstart.stats.run.Summary;
import dev.coldstart.stats.run.Warning;
import dev.coldstart.stats.scenario.BreakEven;
import dev.coldstart.stats.scenario.BurstCurve;
import dev.coldstart.stats.scenario.CallCurve;
import dev.coldstart.stats.scenario.Excluded;
import dev.coldstart.stats.scenario.FigureMedians;
import dev.coldstart.stats.scenario.MemoryUse;
import dev.coldstart.stats.scenario.ScenarioSummary;
import dev.coldstart.stats.size.SizeCost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fixes the formats: a change of a golden file is a change for every program that reads it. */
class SummaryWriterTest {

  private static final Locale BEFORE = Locale.getDefault();

  @TempDir
  Path out;

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(BEFORE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "en-US", "de-DE", "ar-EG"})
  void shouldWriteTheSameInEachLocale(String locale) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(locale));
    RunFolder folder = new RunFolder(Files.createDirectory(out.resolve("synthetic")));
    SummaryWriter.write(folder, summary());
    Golden.check("export/summary.json", Files.readString(folder.summaryJson()));
    Golden.check("export/summary.csv", Files.readString(folder.summaryCsv()));
  }

  @Test
  void shouldWriteARunWithoutArms() {
    Summary empty = new Summary(0.02, RunStatus.SOUND, List.of(), List.of(), Estimate.NONE, List.of(), List.of(),
        Nothing.EFFORT, Nothing.SCENARIOS, List.of(), List.of(), List.of(), List.of(), List.of());
    assertThat(SummaryFile.of("empty", empty).json()).contains("\"arms\" : [ ]", "\"conduct\" : null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "de-DE", "ar-EG"})
  void shouldWriteScenariosTheSameInEachLocale(String locale) {
    Locale.setDefault(Locale.forLanguageTag(locale));
    Summary summary = new Summary(0.02, RunStatus.SOUND, List.of(), List.of(), Estimate.NONE, List.of(), List.of(),
        Nothing.EFFORT, scenarios(), List.of(), List.of(), List.of(), List.of(), List.of());
    Golden.check("export/summary-scenarios.json", SummaryFile.of("synthetic", summary).json());
  }

  @Test
  void shouldLeaveOutAScenarioThatWasNotRun() {
    ScenarioSummary burst = new ScenarioSummary(List.of(), List.of(), List.of(), scenarios().burst(), Map.of());
    Summary summary = new Summary(0.02, RunStatus.SOUND, List.of(), List.of(), Estimate.NONE, List.of(), List.of(),
        Nothing.EFFORT, burst, List.of(), List.of(), List.of(), List.of(), List.of());
    assertThat(SummaryFile.of("x", summary).json()).contains("\"burst\"")
        .doesNotContain("coldToWarm", "breakEven", "memory");
    assertThat(SummaryFile.of("x", summary()).json()).doesNotContain("scenarios");
  }

  @Test
  void shouldWriteAndReadTheFiguresOfAScenario() {
    Scenarios.Kind<WarmLaunch> kind = new Scenarios.Kind<>("twice", WarmLaunch.class, "Twice", "", "",
        List.of(new Scenarios.Figure<>("second", Counter.Unit.NS, "second", launch -> launch.callNs()[0])));
    FigureMedians medians = new FigureMedians(arm("chicory", false, null, null), 4, new Excluded(1, "timeout"),
        List.of(new Estimate(5, Double.NaN, Double.NaN)),
        List.of(new FigureMedians.Against(new Estimate(1.5, 1.25, 2), Verdict.SLOWER)));
    ScenarioSection section = new ScenarioSection(null, null, null, null,
        Map.of(kind.id(), List.of(ScenarioSection.FigureRow.of(kind, medians))));
    String json = SummaryMapper.JSON.writeValueAsString(section);
    assertThat(json).isEqualTo("{\"twice\":[{\"fixture\":\"noop\",\"arm\":\"" + medians.arm().arm()
        + "\",\"n\":4,\"invalid\":1,\"invalidReason\":\"timeout\","
        + "\"against\":[{\"figure\":\"second\",\"ratio\":1.5,\"ratioCiLow\":1.25,\"ratioCiHigh\":2,"
        + "\"verdict\":\"slower\"}],\"secondMedianNs\":5,\"secondCiLowNs\":null," + "\"secondCiHighNs\":null}]}");
    assertThat(SummaryMapper.JSON.readValue(json, ScenarioSection.class)).isEqualTo(section);
  }

  /**
   * An interval that ends after the measured calls, a slope without a clear difference from 0, and an arm without
   * launches.
   */
  private static ScenarioSummary scenarios() {
    Arm arm = arm("chicory", false, null, null);
    Arm baseline = arm("plain-java", true, null, null);
    Estimate open = new Estimate(312, 250, Double.POSITIVE_INFINITY);
    CallCurve curve = new CallCurve(arm, 5, new Excluded(1, "call 7 \"differs\""), 2,
        List.of(new CallCurve.At(1, Estimate.NONE, new Estimate(1e8, 9e7, 1.1e8), 1.01e8),
            new CallCurve.At(2, new Estimate(4e5, 3e5, 5e5), new Estimate(1.004e8, 9.1e7, 1.2e8), 1.0141e8)));
    CallCurve none = new CallCurve(baseline, 0, new Excluded(0, null), 0, List.of());
    MemoryUse memory = new MemoryUse(arm, 5, new Excluded(0, null), new Estimate(9e7, 8e7, 1e8),
        new Estimate(6e7, 5e7, 7e7), new Estimate(1234.5, -10, 3000), true, Estimate.NONE, 100,
        List.of(new MemoryUse.At(1, new Estimate(6e7, 5e7, 7e7))));
    BurstCurve.At two = new BurstCurve.At(2, 4, 1, new Estimate(2e8, Double.NaN, Double.NaN),
        new Estimate(1.5e8, Double.NaN, Double.NaN), new Estimate(1.75, Double.NaN, Double.NaN), 200_000.5);
    BurstCurve burst = new BurstCurve(arm, new Excluded(1, "timeout"), List.of(two));
    return new ScenarioSummary(List.of(curve, none), List.of(new BreakEven(arm, baseline, 5, 2000, open, true)),
        List.of(memory), List.of(burst), Map.of());
  }

  private static Summary summary() {
    return new Summary(0.02, RunStatus.DO_NOT_TRUST,
        List.of(new Doubt.ControlWithoutLaunches(arm("a \"quoted\" reason", false, null, null))),
        List.of(held(), tooFew()), Estimate.NONE, List.of(baseline(), slower(), inconclusive(), notRun()),
        List.of(new JmhBias("noop", "chicory.x", "parse", 12.3456789, Double.NaN, 450, 1598)), conduct(),
        Nothing.SCENARIOS, List.of(fitted(), inNoSeries()), List.of(new Warning.Noted("a \"quoted\" warning")),
        neighbours(), List.of(excess()), List.of(new SettingEffect(arm("chicory", false, null, null),
            arm("endive", false, null, null), new Estimate(0.9, 0.85, 0.95), 5)));
  }

  /** A clear difference, no clear difference, and a run that is not trusted. */
  private static List<Neighbour> neighbours() {
    Arm baseline = arm("plain-java", true, null, null);
    Arm chicory = arm("chicory", false, null, null);
    Arm endive = arm("endive", false, null, null);
    return List.of(new Neighbour(chicory, baseline, 5, new Estimate(2.0000004, 1.9, 2.1), 1e-9, true),
        new Neighbour(endive, chicory, 5, new Estimate(1.02, 0.9, 1.1), 0.75, false), new Neighbour(
            arm("graalwasm", false, null, null), endive, 1, new Estimate(3, Double.NaN, Double.NaN), Double.NaN, null));
  }

  private static Overhead excess() {
    Map<String, Estimate> phases = new LinkedHashMap<>();
    phases.put("boot", new Estimate(-0.25, -0.5, 0.1));
    phases.put("load", Estimate.NONE);
    return new Overhead(arm("chicory", false, null, null), arm("plain-java", true, null, null), 5,
        new Estimate(12.3456789, 10, 15), new Estimate(12.5, 12.25, 12.75), phases, 412, Double.NaN, Nothing.COUNTERS);
  }

  private static SizeCost fitted() {
    SizeCost.At small = new SizeCost.At("noop", 215, 30, new Estimate(78.6520951, 77, 80.5), 4);
    SizeCost.At large = new SizeCost.At("hello", 1_000_000, 30, new Estimate(178.6520951, 177, 180.5), Double.NaN);
    return new SizeCost(arm("chicory", false, null, null), "small functions", SizeCost.TOTAL, List.of(small, large), 1,
        new Estimate(29.1234567, 28, 30.5), new Estimate(78.25, 77, 79));
  }

  private static SizeCost inNoSeries() {
    SizeCost.At other = new SizeCost.At("hello", 500_000, 4, Estimate.withoutInterval(50), Double.NaN);
    return new SizeCost(arm("chicory", false, null, null), null, SizeCost.TOTAL, List.of(other), 0, Estimate.NONE,
        Estimate.NONE);
  }

  private static ControlResult held() {
    return SampleControls.of("aa", "noop", "plain-java.x/default/jdk25+aa", "plain-java.x/default/jdk25", "ratio", 1,
        new Estimate(1.0030004, 0.985, 1.02), Outcome.HOLDS);
  }

  private static ControlResult tooFew() {
    return SampleControls.of("busy", "noop", "plain-java.x/default/jdk25+busy-5ms", "plain-java.x/default/jdk25", "ms",
        5, Estimate.NONE, Outcome.TOO_FEW_BLOCKS);
  }

  private static RunEffort conduct() {
    Guards worst = new Guards(1234.5, 0.1234567, null, 0.0, null, 0.05, null, "powersave", 2, 53_687_091_200L);
    return new RunEffort(30, 2, List.of(new RunEffort.Again("a \"quoted\" reason", 2)), 1e9, 0.0234567, worst);
  }

  private static ArmSummary baseline() {
    Map<String, Estimate> phases = new LinkedHashMap<>();
    phases.put("boot", new Estimate(40.1234567, 39.5, 41));
    phases.put("firstInvoke", Estimate.withoutInterval(1234.5));
    Comparison itself =
        new Comparison(new Estimate(1, Double.NaN, Double.NaN), 30, Double.NaN, Double.NaN, Double.NaN, null, null);
    return new ArmSummary(arm("plain-java", true, null, null), 30, 0,
        new Estimate(1274.6234567, 1270, 1_280_000.000001).value(), new Estimate(1274.6234567, 1270, 1_280_000.000001),
        Estimate.NONE, itself, Estimate.NONE, phases,
        new CounterMedians(Map.of(Counter.CLASSES_LOADED, 450.0, Counter.CLASSES_FROM_ARCHIVE, 0.0, Counter.JIT, 30.25,
            Counter.GC, 0.0, Counter.CPU, 55.5, Counter.MAJOR_FAULTS, 1.0, Counter.PEAK_RSS, 41_943_040.0), 0.0435));
  }

  private static ArmSummary slower() {
    Comparison compared =
        new Comparison(new Estimate(2.0000004, 1.9, 2.1), 30, 1e-9, -0.0000004, 0.75, Verdict.SLOWER, null);
    return new ArmSummary(arm("chicory", false, new Arm.Preparation("+1 archive, \"AppCDS\"", 1_500, 12_345_678), null),
        5, 1, new Estimate(2549.25, Double.NaN, Double.NaN).value(), new Estimate(2549.25, Double.NaN, Double.NaN),
        Estimate.NONE, compared, Estimate.NONE, Map.of("boot", Estimate.withoutInterval(0.0000015)),
        new CounterMedians(Map.of(Counter.CLASSES_LOADED, 1e7 + 0.5), Double.NaN));
  }

  private static ArmSummary inconclusive() {
    Comparison compared = new Comparison(new Estimate(1.01, 0.9, 1.1), 30, 1, 3.25, 0.5, Verdict.INCONCLUSIVE, 9_999);
    return new ArmSummary(arm("endive", false, null, null), 30, 0, new Estimate(2600, 2500, 2700).value(),
        new Estimate(2600, 2500, 2700), Estimate.NONE, compared, Estimate.NONE, Map.of(), Nothing.COUNTERS);
  }

  private static ArmSummary notRun() {
    return new ArmSummary(arm("graalwasm", false, null, "=HYPERLINK(\"x\")\nsecond line"), 0, 0, Estimate.NONE.value(),
        Estimate.NONE, Estimate.NONE, new Comparison(Estimate.NONE, 30, Double.NaN, Double.NaN, Double.NaN, null, null),
        Estimate.NONE, Map.of(), Nothing.COUNTERS);
  }

  private static Arm arm(String runtime, boolean baseline, Arm.Preparation preparation, String notRun) {
    String configuration = runtime + ".x";
    return new Arm(configuration + "/default/jdk25", runtime, runtime, configuration, runtime, "default", "jdk25",
        "noop", baseline, null, Map.of(), null, List.of(), preparation, notRun, null);
  }
}
