package dev.coldstart.report.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.report.page.Nothing;
import dev.coldstart.record.Arm;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.report.page.RunPage;
import dev.coldstart.report.run.RunView;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.RunStatus;
import dev.coldstart.stats.run.Summary;
import dev.coldstart.stats.scenario.SizeFit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizeChartTest {

  private static final long[] SIZES = {1_000, 100_000, 200_000};

  @TempDir
  Path out;
  private RunData run;

  @BeforeEach
  void aRun() {
    run = SampleRuns.blocks(2).readFrom(out);
  }

  @Test
  void shouldSayWhichLineIsSteepestAndWhichFlattest() {
    SizeChart chart =
        chart(RunStatus.SOUND, fit("chicory", new Estimate(30, 28, 33), 5), fit("wasmtime", new Estimate(4, 3, 5), 0));
    assertThat(text(chart.found())).isEqualTo(
        "For each further 100 kB of module, Chicory (interpreter) takes 30.0 ms more (28.0–33.0); at the other end, "
            + "Wasmtime (jni) takes 4.00 ms more (3.00–5.00). Furthest from its line is F0 in Chicory (interpreter): "
            + "it takes 55.3 ms, and the line predicts 50.3 ms.");
    assertThat(chart.fits()).extracting(chart::furthest).containsExactly("F0: +5.00", "F0: 0");
    assertThat(chart.fits()).extracting(SizeChart::phases)
        .containsExactly("compile is counted in parse", "parse is counted in compile");
    assertThat(chart.plot().keys()).hasSize(2);
    assertThat(chart.plot().curves().toString().split("class=\"glyph ")).hasSize(7);
  }

  @Test
  void shouldSayLessAndNothingToldApart() {
    assertThat(text(chart(RunStatus.SOUND, fit("chicory", new Estimate(-3, -4, -2), 0)).found())).startsWith(
        "For each further 100 kB of module, Chicory (interpreter) takes 3.00 ms less (2.00–4.00). Furthest");
    assertThat(text(chart(RunStatus.SOUND, fit("chicory", new Estimate(1, -1, 3), 0)).found()))
        .contains("Chicory (interpreter) shows no clear difference (−1.00 to +3.00 ms).");
    assertThat(text(chart(RunStatus.INDICATIVE, fit("chicory", new Estimate(30, Double.NaN, Double.NaN), 0)).found()))
        .contains("takes 30.0 ms more. Furthest");
  }

  @Test
  void shouldSayNothingOfARunThatIsNotToBeTrusted() {
    assertThat(chart(RunStatus.DO_NOT_TRUST, fit("chicory", new Estimate(30, 28, 33), 0)).found())
        .isEqualTo("The cost of a larger module is not to be trusted: a control failed.");
  }

  @Test
  void shouldSayWhyThereIsNoLine() {
    SizeFit two = new SizeFit(arm("chicory"), true, fit("chicory", Estimate.NONE, 0).at().subList(0, 2), Estimate.NONE,
        Double.NaN);
    SizeFit inOthers = new SizeFit(arm("plain-java"), false, List.of(), Estimate.NONE, Double.NaN);
    SizeChart chart = chart(RunStatus.SOUND, two, inOthers);
    assertThat(chart.plot()).isNull();
    assertThat(chart.lines()).isEmpty();
    assertThat(chart.found())
        .isEqualTo("No line is fitted: it needs valid launches for 3 module sizes, and the run has 2.");
    assertThat(chart.apart()).hasSize(1);
    SizeFit none = new SizeFit(arm("chicory"), true, List.of(), Estimate.NONE, Double.NaN);
    assertThat(chart(RunStatus.SOUND, none).found()).endsWith("the run has none.");
    assertThat(chart(RunStatus.SOUND, inOthers).found())
        .isEqualTo("No line is fitted: no arm separates parse and compile from its other phases.");
  }

  /** The baseline is in the table of lines with its reason, and not in the table of medians. */
  @Test
  void shouldListWhatHasNoLineBesideWhatHas() {
    SizeFit inOthers = new SizeFit(arm("plain-java"), false, List.of(), Estimate.NONE, Double.NaN);
    SizeChart chart = chart(RunStatus.SOUND, inOthers, fit("chicory", new Estimate(30, 28, 33), 0));
    assertThat(chart.furthest(inOthers)).isEqualTo("n/a");
    assertThat(SizeChart.phases(inOthers)).isEqualTo("parse and compile are counted in instantiate");
    assertThat(chart.apart()).hasSize(1);
    assertThat(chart.modules()).extracting(SizeFit.At::wasmBytes).containsExactly(1_000L, 100_000L, 200_000L);
  }

  @Test
  void shouldDrawWhatTakesNoTimeAndALineThatStartsBelowNone() {
    List<SizeFit.At> none = new ArrayList<>();
    for (long size : SIZES) {
      none.add(new SizeFit.At("f" + size, size, 30, new Estimate(0, 0, 0)));
    }
    SizeFit flat = new SizeFit(arm("chicory"), true, none, new Estimate(0, 0, 0), 0);
    assertThat(chart(RunStatus.SOUND, flat).plot().curves().toString()).doesNotContain("NaN");
    SizeFit below = new SizeFit(arm("chicory"), true, none, new Estimate(10, 9, 11), -5);
    assertThat(chart(RunStatus.SOUND, below).plot().curves().toString()).contains("L").doesNotContain("NaN");
  }

  @Test
  void shouldFillTheSectionOfTheRun() {
    String html = RunPage.render(run, Summary.of(run), run.folder().reportHtml());
    String section = html.substring(html.indexOf("<section id=\"size\""));
    assertThat(section.substring(0, section.indexOf("</section>"))).contains(
        "No line is fitted: it needs valid launches for 3 module sizes, and the run has 2.",
        "Parse and compile: appcds");
    assertThat(html.indexOf("id=\"launches\"")).isLessThan(html.indexOf("id=\"size\""));
    assertThat(html.indexOf("id=\"size\"")).isLessThan(html.indexOf("id=\"settings\""));
    assertThat(html.indexOf("id=\"settings\"")).isLessThan(html.indexOf("id=\"steady-state\""));
  }

  /** All points are on its line except the first, which is this far above it. */
  private SizeFit fit(String runtime, Estimate slope, double firstOffMs) {
    List<SizeFit.At> at = new ArrayList<>();
    for (int i = 0; i < SIZES.length; i++) {
      double ms = 50 + slope.value() * SIZES[i] / 1e5 + (i == 0 ? firstOffMs : 0);
      at.add(new SizeFit.At("F" + i, SIZES[i], 30, new Estimate(ms, ms - 1, ms + 1)));
    }
    return new SizeFit(arm(runtime), true, at, slope, 50);
  }

  private Arm arm(String runtime) {
    return run.manifest().arms().stream().filter(arm -> arm.runtime().equals(runtime)).findFirst().orElseThrow();
  }

  private SizeChart chart(RunStatus status, SizeFit... fits) {
    Summary summary = new Summary(0.02, status, List.of(), List.of(), Estimate.NONE, List.of(), List.of(),
        Nothing.EFFORT, Nothing.SCENARIOS, List.of(fits), List.of(), List.of(), List.of(), List.of());
    List<SizeChart> charts = SizeChart.of(new RunView(run, summary));
    assertThat(charts).hasSize(1);
    assertThat(charts.get(0).title()).isEqualTo("Parse and compile: default");
    return charts.get(0);
  }

  private static String text(String words) {
    return words.replace('\u00a0', ' ');
  }
}
