package dev.coldstart.report.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Counter;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleLaunch;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.report.page.CheckedRuns;
import dev.coldstart.report.page.SettingRuns;
import dev.coldstart.report.page.RunPage;
import dev.coldstart.stats.run.Summary;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's statements about costs above the baseline, and about settings that reduce them. */
class OverheadSectionTest {

  private static final Pattern SENTENCE =
      Pattern.compile("longer \\([^)]*\\) than Plain Java \\(twin\\); of all phases, ([a-z ]+) adds most");

  @TempDir
  Path out;

  @Test
  void shouldSayWhereEachArmSpendsIt() {
    String beyond = text(section(SampleRuns.standard(), "beyond"));
    assertThat(SENTENCE.matcher(beyond).results().map(found -> found.group(1)).distinct()).contains("parse", "load");
    assertThat(beyond).contains(
        "In Plain Java (twin), parse and compile are counted in instantiate, so all the time that another arm spends in these"
            + " phases counts as extra.")
        .contains(
            "It loads 75 fewer classes than the baseline: 75 fewer from outside the CDS archive, and as many from it.");
  }

  @Test
  void shouldPutTheCostliestArmFirstAndTheBaselineOnTopOfWhatIsNeeded() {
    String beyond = section(SampleRuns.standard(), "beyond");
    assertThat(beyond.indexOf("Chicory, interpreter")).isLessThan(beyond.indexOf("Wasmtime, jni"));
    String needs = beyond.substring(beyond.indexOf("Medians over launches, read at the response"));
    assertThat(needs.indexOf("Plain Java, twin")).isPositive().isLessThan(needs.indexOf("Chicory, interpreter"));
  }

  /** A child that is not a JVM. */
  @Test
  void shouldShowWhatIsNotToldAsMissingAndNotAsNone() {
    SampleRun run = SampleRuns.standard().withLaunches(l -> l.valid() && l.arm().startsWith("wasmtime") ? noJvm(l) : l);
    String beyond = section(run, "beyond");
    Matcher row =
        Pattern.compile("<th scope=\"row\">((?!</tr>).)*Wasmtime, jni((?!</tr>).)*×", Pattern.DOTALL).matcher(beyond);
    assertThat(row.find()).isTrue();
    assertThat(text(row.group()).split("n/a", -1)).hasSize(6);
    assertThat(text(beyond)).containsPattern("load adds most \\([0-9.]+ ms\\)\\. (Wasmtime|Chicory|Extra|Every)");
  }

  @Test
  void shouldSayWhatAProfileIsWorthByBothLabels() {
    String settings = section(SettingRuns.withSettings(SampleRuns.standard()), "settings");
    assertThat(text(settings))
        .containsPattern("Plain Java, twin appcds 0\\.[0-9]+ × 0\\.[0-9]+–0\\.[0-9]+ Plain Java, twin default");
    assertThat(settings).contains("class=\"whisker\"");
  }

  @Test
  void shouldSayThatThereIsNoSettingWhereTheCommandsAreTheSame() {
    assertThat(text(section(SampleRuns.standard(), "settings")))
        .contains("None: no two arms of one runtime, each in a JVM, differ only in");
  }

  /** Settings are only of arms in a JVM, and the section says so where other programs differ. */
  @Test
  void shouldNotSayThatProgramsHaveNoConfigurations() {
    SampleRun run = CheckedRuns.only(SampleRuns.standard(), arm -> arm.profile().equals("default"))
        .withArms(arm -> arm.baseline() || arm.isControl()
            ? arm
            : Records.with(arm, "runtime", "node", "command", List.of("program", "child.script")));
    assertThat(text(section(run, "settings"))).contains("None: no two arms of one runtime, each in a JVM, differ");
  }

  @Test
  void shouldSayThatNoBlockIsShared() {
    SampleRun run = SampleRuns.standard().onlyLaunches(l -> !l.arm().startsWith("plain-java"));
    assertThat(text(section(run, "beyond"))).contains("No arm shares a valid block with a baseline.");
  }

  private String section(SampleRun sample, String id) {
    RunData run = sample.readFrom(out);
    String html = RunPage.render(run, Summary.of(run), run.folder().reportHtml());
    String from = html.substring(html.indexOf("<section id=\"" + id + "\""));
    return from.substring(0, from.indexOf("</section>"));
  }

  private static Launch noJvm(Launch l) {
    Launch changed = l;
    for (Counter counter : List.of(Counter.CLASSES_LOADED, Counter.CLASSES_FROM_ARCHIVE, Counter.JIT, Counter.GC)) {
      changed = SampleLaunch.with(changed, counter, null);
    }
    return changed;
  }

  private static String text(String html) {
    return html.replaceAll("<[^>]*>", " ").replace('\u00a0', ' ').replaceAll("\\s+", " ");
  }
}
