package dev.coldstart.report.size;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Arm;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.report.page.Nothing;
import dev.coldstart.report.page.RunPage;
import dev.coldstart.report.run.RunView;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.RunStatus;
import dev.coldstart.stats.run.Summary;
import dev.coldstart.stats.size.SizeCost;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizeSectionTest {

  private static final long[] SIZES = {1_000, 100_000, 1_000_000, 10_000_000};

  @TempDir
  Path out;
  private RunData run;

  @BeforeEach
  void aRun() {
    run = SampleRuns.blocks(2).readFrom(out);
  }

  @Test
  void shouldSayWhichLineIsSteepestAndWhichFlattest() {
    SizeSection section = section(RunStatus.SOUND, line("chicory", "small functions", new Estimate(300, 280, 330), 4),
        line("wasmtime", "data", new Estimate(4, 3, 5), 3));
    assertThat(text(section.found())).isEqualTo(
        "For each further MB of module, Chicory (interpreter) with small functions takes 300 ms more (280–330); least of all,"
            + " Wasmtime (jni) with data takes 4.00 ms more (3.00–5.00). Lines that end before the"
            + " largest module: 1 of 2.");
    assertThat(section.series()).containsExactly("small functions", "data");
    assertThat(section.charts()).extracting(SizeChart::title).containsExactly("Chicory, interpreter", "Wasmtime, jni");
    assertThat(section.charts().get(0).plot().keys()).hasSize(2);
    assertThat(section.charts().get(0).plot().curves().toString().split("class=\"glyph ")).hasSize(5);
    assertThat(section.charts().get(0).plot().curves().toString()).doesNotContain("ring");
    assertThat(text(section.charts().get(1).plot().curves().toString())).contains("the line ends at 1.00 MB");
    assertThat(section.leftOut()).isNotEmpty();
  }

  @Test
  void shouldSayWhereALineEnds() {
    assertThat(text(SizeWords.end(line("chicory", null, new Estimate(300, 280, 330), 4))))
        .isEqualTo("up to 10.0 MB, the largest");
    assertThat(text(SizeWords.end(line("chicory", null, new Estimate(300, 280, 330), 3))))
        .isEqualTo("up to 1.00 MB; at 10.0 MB, 1.00 × what it predicts");
    assertThat(SizeWords.end(points("chicory", null))).isEqualTo("n/a");
  }

  @Test
  void shouldSayLessAndNothingToldApart() {
    assertThat(text(SizeWords.takes(new Estimate(-3, -4, -2)))).isEqualTo("takes 3.00 ms less (2.00–4.00)");
    assertThat(text(SizeWords.takes(new Estimate(1, -1, 3)))).isEqualTo("shows no clear growth (−1.00 to +3.00 ms)");
    assertThat(text(SizeWords.takes(Estimate.withoutInterval(30)))).isEqualTo("takes 30.0 ms more");
  }

  @Test
  void shouldSayNothingOfARunThatIsNotToBeTrusted() {
    assertThat(section(RunStatus.DO_NOT_TRUST, line("chicory", null, new Estimate(30, 28, 33), 4)).found())
        .isEqualTo("The cost of a larger module is not to be trusted: a control failed.");
  }

  @Test
  void shouldSayWhyThereIsNoLine() {
    SizeSection section = section(RunStatus.SOUND, points("chicory", null));
    assertThat(section.lines()).isEmpty();
    assertThat(section.found()).isEqualTo("No line is fitted: it needs valid launches for 3 module sizes.");
  }

  @Test
  void shouldSayWhichSeriesAModuleFollows() {
    SizeCost others = new SizeCost(arm("chicory"), null, SizeCost.TOTAL,
        List.of(new SizeCost.At("hello", 500_000, 10, new Estimate(240, 230, 250), Double.NaN),
            new SizeCost.At("noop", 2_000_000, 10, new Estimate(9_000, 8_000, 9_500), Double.NaN)),
        0, Estimate.NONE, Estimate.NONE);
    SizeSection section = section(RunStatus.SOUND, line("chicory", "small", new Estimate(300, 280, 330), 4),
        line("chicory", "data", new Estimate(10, 9, 11), 4), others);
    assertThat(section.series()).containsExactly("small", "data");
    SizePredictions.OfArm arm = section.predictions().arms().get(0);
    assertThat(arm.found()).isEqualTo("Within a factor of 2, of 2 modules: small 1, data 0.");
    assertThat(text(SizePredictions.ratio(arm.modules().get(0), "small"))).isEqualTo("1.20 ×");
    assertThat(SizePredictions.follows(arm.modules().get(0))).isEqualTo("small");
    assertThat(SizePredictions.follows(arm.modules().get(1))).isEqualTo("none");
    assertThat(section.found()).endsWith("Of the 2 times of modules in no series, the best series for each predicts 1"
        + " within a factor of 2; most often it is small.");
    assertThat(section.charts()).as("modules of no series have no curve").hasSize(1);
    assertThat(section.rows()).hasSize(10);
  }

  @Test
  void shouldNameTheFunctionsThatStayInterpreted() {
    assertThat(section(RunStatus.SOUND, interpreted(0)).interpreted()).as("without series").isEmpty();
    assertThat(section(RunStatus.SOUND, interpreted(0), line("wasmtime", "a", new Estimate(4, 3, 5), 3)).interpreted())
        .containsExactly("Chicory (interpreter) compiled all functions of all modules.");
    assertThat(section(RunStatus.SOUND, interpreted(4)).interpreted())
        .containsExactly("Chicory (interpreter) could not compile these functions, and interprets them: 4 of Hello.");
    assertThat(section(RunStatus.SOUND, points("chicory", null)).interpreted()).isEmpty();
  }

  @Test
  void shouldDrawNothingForTimesOfZero() {
    SizeCost none = new SizeCost(arm("chicory"), null, SizeCost.TOTAL,
        List.of(new SizeCost.At("hello", 1_000, 30, new Estimate(0, 0, 0), Double.NaN)), 0, Estimate.NONE,
        Estimate.NONE);
    assertThat(section(RunStatus.SOUND, none).charts()).isEmpty();
  }

  @Test
  void shouldFillTheSectionOfTheRun() {
    String html = RunPage.render(run, Summary.of(run), run.folder().reportHtml());
    String section = html.substring(html.indexOf("<section id=\"size\""));
    assertThat(section.substring(0, section.indexOf("</section>"))).contains(
        "No line is fitted: it needs valid launches for 3 module sizes.", "Parse, compile and instantiate: appcds");
    assertThat(html.indexOf("id=\"launches\"")).isLessThan(html.indexOf("id=\"size\""));
    assertThat(html.indexOf("id=\"size\"")).isLessThan(html.indexOf("id=\"settings\""));
    assertThat(html.indexOf("id=\"settings\"")).isLessThan(html.indexOf("id=\"steady-state\""));
  }

  private SizeCost interpreted(double functions) {
    return new SizeCost(arm("chicory"), null, SizeCost.TOTAL,
        List.of(new SizeCost.At("hello", 1_000, 30, new Estimate(5, 4, 6), functions)), 0, Estimate.NONE,
        Estimate.NONE);
  }

  /** All points are on the line through 50 ms. */
  private SizeCost line(String runtime, String series, Estimate slope, int onLine) {
    return new SizeCost(arm(runtime), series, SizeCost.TOTAL, points(runtime, series, slope.value()), onLine, slope,
        new Estimate(50, 49, 51));
  }

  private SizeCost points(String runtime, String series) {
    return new SizeCost(arm(runtime), series, SizeCost.TOTAL, points(runtime, series, 1).subList(0, 2), 0,
        Estimate.NONE, Estimate.NONE);
  }

  private static List<SizeCost.At> points(String runtime, String series, double slope) {
    List<SizeCost.At> at = new ArrayList<>();
    for (long size : SIZES) {
      double ms = 50 + slope * size / 1e6;
      at.add(new SizeCost.At(runtime + series + size, size, 30, new Estimate(ms, ms - 1, ms + 1), Double.NaN));
    }
    return at;
  }

  private Arm arm(String runtime) {
    return run.manifest().arms().stream().filter(arm -> arm.runtime().equals(runtime)).findFirst().orElseThrow();
  }

  private SizeSection section(RunStatus status, SizeCost... costs) {
    Summary summary = new Summary(0.02, status, List.of(), List.of(), Estimate.NONE, List.of(), List.of(),
        Nothing.EFFORT, Nothing.SCENARIOS, List.of(costs), List.of(), List.of(), List.of(), List.of());
    List<SizeSection> sections = SizeSection.of(new RunView(run, summary));
    assertThat(sections).hasSize(1);
    assertThat(sections.get(0).title()).isEqualTo("Parse, compile and instantiate: default");
    return sections.get(0);
  }

  private static String text(String words) {
    return words.replace('\u00a0', ' ');
  }
}
