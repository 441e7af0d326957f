package dev.coldstart.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Arm;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Guards;
import dev.coldstart.record.Launch;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleLaunch;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.report.html.Scripts;
import dev.coldstart.report.text.ArmNames;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.Doubt;
import dev.coldstart.stats.run.RunStatus;
import dev.coldstart.stats.run.Summary;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a run with self-checks. */
class CheckedReportTest {

  private static final String DELAY_NOT_SEEN = "5 ms were made and 0.41 ms were seen";

  @TempDir
  Path out;

  @Test
  void shouldCompareNoControlWithOtherArms() {
    RunData run = CheckedRuns.standard().readFrom(out);
    String html = html(run, CheckedRuns.sound(run));
    String answers = between(html, "id=\"overview\"", "id=\"noise\"") + between(html, "id=\"environment\"", "</main>");
    assertThat(text(answers)).contains("Plain Java").doesNotContain("a second time", "busy for");
    assertThat(text(between(html, "id=\"noise\"", "id=\"method\"")))
        .contains("Plain Java, twin, a second time (default)", "Plain Java, twin, busy for 5.00 ms more (default)")
        .contains("java -Dcontrol=+aa");
  }

  @Test
  void shouldLeaveAFixtureWithoutComparedArmsToTheNoise() {
    RunData run = CheckedRuns.standard().readFrom(out);
    String html = html(run, CheckedRuns.sound(run));
    assertThat(text(between(html, "class=\"winners\"", "id=\"noise\""))).contains("Hello").doesNotContain("Noop");
    assertThat(text(between(html, "id=\"noise\"", "id=\"method\""))).contains("Noop (default)", "Noop (appcds)");
  }

  @Test
  void shouldShowAllFixturesWhenNothingIsCompared() {
    RunData run = CheckedRuns.only(CheckedRuns.standard(), arm -> arm.baseline() || arm.isControl()).readFrom(out);
    String answers = text(between(html(run, Summary.of(run)), "id=\"overview\"", "id=\"phases\""));
    assertThat(answers).contains("Noop", "Hello", "baseline").doesNotContain("a second time");
  }

  @Test
  void shouldLeaveItToTheNoiseWhateverTheBaseline() {
    SampleRun other =
        CheckedRuns.standard().withArms(arm -> CheckedRuns.as(arm, arm.configuration().equals("chicory.interpreter")));
    RunData run = other.readFrom(out);
    String html = html(run, CheckedRuns.sound(run));
    assertThat(text(between(html, "id=\"overview\"", "id=\"noise\""))).contains("Hello").doesNotContain("Noop");
    assertThat(text(between(html, "id=\"noise\"", "id=\"method\""))).contains("Noop (default) 30",
        "Hello (default) 28");
  }

  @Test
  void shouldSayWhenTheRunIsSoundAndHowNoisyItWas() {
    RunData run = CheckedRuns.standard().readFrom(out);
    assertThat(text(between(html(run, CheckedRuns.sound(run)), "<header>", "</header>")))
        .contains("Sound", "Noise: the baseline was launched twice in each block, and its two times differed by ")
        .contains("of them for controls", "were valid but in retried blocks")
        .doesNotContain("Do not trust", "Indicative");
  }

  @Test
  void shouldSayAtEachAnswerThatTheRunIsNotToBeTrusted() {
    RunData run = CheckedRuns.standard().readFrom(out);
    String html = html(run, CheckedRuns.failed(run, DELAY_NOT_SEEN));
    assertThat(html).contains("<title>Do not trust: coldstart");
    assertThat(text(between(html, "<header>", "</header>"))).contains("Do not trust", DELAY_NOT_SEEN);
    for (String section : List.of("overview", "answers", "phases", "beyond", "settings", "launches")) {
      String content = html.substring(html.indexOf("<section id=\"" + section + "\""));
      assertThat(content.substring(0, content.indexOf("</section>"))).as(section)
          .contains("Do not trust these numbers: a control failed.");
    }
    assertThat(text(between(html, "id=\"answers\"", "id=\"phases\""))).contains("not to be trusted: a control failed")
        .doesNotContain("slower, ", "faster, ");
    assertThat(between(html, "id=\"overview\"", "id=\"answers\"")).doesNotContain("\"slower-", "\"faster-");
  }

  @Test
  void shouldShowTheControlThatFailedFirst() {
    RunData run = CheckedRuns.standard().readFrom(out);
    String noise = between(html(run, CheckedRuns.failed(run, DELAY_NOT_SEEN)), "id=\"noise\"", "id=\"method\"");
    assertThat(noise.indexOf("Positive: a known delay")).isPositive()
        .isLessThan(noise.indexOf("A/A: the same command"));
    assertThat(text(noise)).contains("Of 5 controls, 3 held, 1 failed and 1 could not be judged.")
        .contains("+5.00 ms +0.410 ms (+0.120 ms to +0.900 ms) failed a known delay is not measured correctly")
        .contains("0 % +0.300 % (−1.20 % to +2.10 %) held")
        .contains(" Boot controls: 2");
  }

  @Test
  void shouldShowWhatAComparisonSays() {
    RunData run = CheckedRuns.standard().readFrom(out);
    String html = text(html(run, CheckedRuns.sound(run)));
    assertThat(html).contains("A difference of less than 2 % counts as none", "n too small n too small",
        "0.987 +41.2 &lt; 0.001");
  }

  @Test
  void shouldShowWhatTheMachineDidAndWhatWasSetAside() {
    RunData run = CheckedRuns.standard().readFrom(out);
    assertThat(text(between(html(run, CheckedRuns.sound(run)), "id=\"noise\"", "id=\"method\"")))
        .contains("2 of 62 blocks were retried.", "stealPart=0.12 is over its limit of 0.05")
        .contains("exit code 134 1 Wasmtime (jni, default), Hello, block 3")
        .contains("Steal 0.2 % 12 % 60 of 62 5 % 1", "Waiting for memory n/a n/a 0 of 62 none no limit")
        .contains("JMH 61.2 s; for 1.96 % of it no launch was running", "1 time: 2 Jan 2026, 03:04 UTC")
        .contains("POSIX_SPAWN 1.23 50 yes", "VFORK 0.987 50 no");
  }

  @Test
  void shouldSayByWhichRulesTheRunWasToEnd() {
    RunData run = CheckedRuns.standard().readFrom(out);
    assertThat(text(between(html(run, CheckedRuns.sound(run)), "id=\"environment\"", "</main>")))
        .contains("Blocks of each fixture, at most 30", "Warm-up blocks of each fixture 1",
            "Stops early at a precision of not asked for")
        .contains("Retried blocks, at most 6 of each fixture", "Steal in a block, at most 5 %",
            "blocks.jsonl : one line");
  }

  @Test
  void shouldKeepTheHarnessTaxApartFromTheFirstTouch() {
    RunData run = CheckedRuns.standard().readFrom(out);
    String html = html(run, CheckedRuns.sound(run));
    assertThat(text(between(html, "id=\"tax\"", "id=\"noise\"")))
        .contains("Chicory, interpreter first invoke 12.5 4.50 −8.00 0.360 × 611 1598")
        .contains(
            "Under JMH a phase takes 0.360 × its time in a launch (the median over 4 pairs of an arm and a phase).");
    assertThat(text(between(html, "id=\"first-touch\"", "id=\"tax\""))).doesNotContain("12.5", "1598");
  }

  @Test
  void shouldSayThatAnOlderRunDidNotRecordIt() {
    RunData run = SampleRuns.standard().readFrom(out);
    Summary older = new Summary(0.02, RunStatus.INDICATIVE, List.of(new Doubt.NoControl()), List.of(), Estimate.NONE,
        Summary.of(run).arms(), List.of(), Nothing.EFFORT, Nothing.SCENARIOS, List.of(), List.of(), List.of(),
        List.of(), List.of());
    String html = html(run, older);
    assertThat(text(between(html, "<header>", "</header>"))).contains("Indicative", "no control was launched",
        "The run's noise is unknown");
    assertThat(text(between(html, "id=\"noise\"", "id=\"method\""))).contains("This run did not check itself")
        .contains("n/a: no block has two valid launches of the same command.")
        .contains("n/a: this run did not record what else the machine did.")
        .contains("n/a: this run did not record how its blocks ended.")
        .contains("preparations and JMH n/a", "n/a: this run did not time the start of a trivial program");
    assertThat(html).doesNotContain("NaN", "Infinity", ">null<", "blocks.jsonl\"");
  }

  @Test
  void shouldEscapeAndCutWhatAChildSaid() {
    String evil = "</style><script>alert(1)</script>" + "\u00e9x".repeat(5_000);
    SampleRun checked = CheckedRuns.standard();
    List<BlockEnd> blocks = checked.blocks()
        .stream()
        .map(b -> new BlockEnd(b.fixture(), b.block(), false, evil + b.block(), 2, 1, governed(evil)))
        .toList();
    RunData run = checked.withBlocks(blocks).withLaunches(l -> failing(l, evil + l.block())).readFrom(out);
    String html = html(run, CheckedRuns.failed(run, evil));
    assertThat(Scripts.removed(html)).doesNotContainPattern(RunPageTest.EXECUTABLE)
        .doesNotContain("NaN", ">null<")
        .contains("&lt;script&gt;");
    assertThat(html.length()).isLessThan(300_000);
  }

  private static Guards governed(String governor) {
    return new Guards(null, null, null, null, null, null, null, governor, null, null);
  }

  private static Launch failing(Launch l, String reason) {
    return SampleLaunch.invalid(l, reason);
  }

  @Test
  void shouldStaySmallWithManyBlocks() {
    SampleRun checked = CheckedRuns.standard();
    BlockEnd block = checked.blocks().get(5);
    RunData run = checked.withBlocks(Collections.nCopies(2_000, block)).readFrom(out);
    assertThat(html(run, CheckedRuns.sound(run)).length()).isLessThan(500_000);
  }

  @Test
  void shouldNameAControlThatIsDelayedInProportion() {
    Arm.Control proportional = new Arm.Control(Arm.Control.BUSY, null, 50);
    SampleRun run = CheckedRuns.standard()
        .withArms(arm -> arm.arm().equals(CheckedRuns.BUSY) ? CheckedRuns.as(arm, proportional) : arm);
    assertThat(new ArmNames(run.manifest()).of(run.manifest().arms().get(2)).text())
        .isEqualTo("Plain Java, twin, busy for 5\u00a0% more (default)");
  }

  private static String html(RunData run, Summary summary) {
    return RunPage.render(run, summary, run.folder().reportHtml());
  }

  private static String between(String html, String from, String to) {
    assertThat(html).contains(from, to);
    return html.substring(html.indexOf(from), html.indexOf(to));
  }

  /** The text that a reader sees: no markup, one space between words. */
  private static String text(String html) {
    return html.replaceAll("<[^>]*>", " ").replace('\u00a0', ' ').replaceAll("\\s+", " ");
  }
}
