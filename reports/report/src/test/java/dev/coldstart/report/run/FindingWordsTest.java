package dev.coldstart.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.report.page.CheckedRuns;
import dev.coldstart.stats.run.Summary;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingWordsTest {

  private static final String RATIO = "[0-9.]+ × ";
  private static final String INTERVAL = "\\([0-9.]+–[0-9.]+\\)";
  private static final String LAUNCHES = "\\([0-9]+ launches\\)";

  @TempDir
  Path out;
  private int runs;

  @Test
  void shouldSayWhoAnswersFirstAndHowFarTheNextIs() {
    FindingWords.Finding finding = hello(oneProfile());
    assertThat(finding.lead()).matches("Plain Java, twin, answers first, after [0-9.]+ ms " + LAUNCHES + "\\.");
    assertThat(finding.rest()).matches("The fastest compared with it, Wasmtime, jni, needs " + RATIO + "that "
        + INTERVAL + ", 29 blocks\\. Of 2 compared: 2 slower\\.");
  }

  @Test
  void shouldMakeItTheNewsThatAnArmBeatsItsBaseline() {
    FindingWords.Finding finding = hello(oneProfile().slowedInFirstCall(isOf("plain-java"), 2.3));
    assertThat(finding.lead())
        .matches("Wasmtime, jni, answers first, after [0-9.]+ ms " + LAUNCHES + ", and beats Plain Java, twin\\.");
    assertThat(finding.rest()).matches("It needs 0\\.[0-9]+ × the time of Plain Java, twin " + INTERVAL
        + ", 29 blocks\\. Of 2 compared: 1 faster, 1 slower\\.");
  }

  @Test
  void shouldNameTheBaselineWhereTheRunHasSeveral() {
    FindingWords.Finding finding = hello(SampleRuns.standard());
    assertThat(finding.lead()).startsWith("Plain Java, twin (appcds), answers first");
    assertThat(finding.rest()).contains("The fastest compared with it, Wasmtime, jni (appcds), needs ");
    FindingWords.Finding other = hello(SampleRuns.standard()
        .slowedInFirstCall(l -> !l.arm().equals("wasmtime.jni/default/jdk25") && !l.arm().startsWith("plain-java"), 2));
    assertThat(other.rest()).containsPattern("compared with a baseline, Wasmtime, jni \\(default\\), needs " + RATIO
        + "the time of Plain Java, twin \\(default\\)");
  }

  /** If a child that is not a JVM is first, a reader also wants to know which JVM is first. */
  @Test
  void shouldGoOnWithThoseInAJvmWhereOneThatIsNoneIsFirst() {
    SampleRun run =
        oneProfile().slowed(isOf("wasmtime"), 0.2).withArms(arm -> isOf("wasmtime", arm) ? program(arm) : arm);
    FindingWords.Finding finding = hello(run);
    assertThat(finding.lead()).matches(
        "Wasmtime, jni, answers first, after .* Of those in a JVM, Plain Java, twin, is first, after [0-9.]+ ms "
            + LAUNCHES + "\\.");
    assertThat(finding.rest()).startsWith("The fastest in a JVM compared with it, Chicory, interpreter, needs ");
    FindingWords.Finding alone = hello(CheckedRuns.only(run, arm -> !arm.runtime().equals("chicory")));
    assertThat(alone.rest()).startsWith("Nothing is compared with it in a JVM.");
    FindingWords.Finding nothingElse = hello(CheckedRuns.only(run, arm -> isOf("wasmtime", arm)));
    assertThat(nothingElse.lead()).startsWith("Wasmtime, jni, answers first, after ").doesNotContain("Of those");
  }

  @Test
  void shouldSayWhatIsNotToldApart() {
    // The two take equally long in each block, apart from the noise of both.
    SampleRun run = oneProfile().slowedInFirstCall(isOf("wasmtime"), 151.5 / 122.5);
    assertThat(hello(run).rest())
        .containsPattern("Neighbours not told apart: (Wasmtime, jni and Chicory, interpreter|Chicory.*jni)\\.");
    SampleRun first = oneProfile().slowedInFirstCall(isOf("plain-java"), 122.5 / 60);
    assertThat(hello(first).rest()).containsPattern("Not enough to tell it from (Wasmtime, jni|Plain Java, twin)\\.");
    assertThat(hello(first).rest()).doesNotContain("Neighbours");
  }

  @Test
  void shouldSayNothingWithoutLaunches() {
    assertThat(hello(oneProfile().onlyLaunches(Launch::warmup)))
        .isEqualTo(new FindingWords.Finding("Hello", "No launch counts.", ""));
  }

  @Test
  void shouldSayWhatThereIsOfABaselineAlone() {
    FindingWords.Finding finding = hello(CheckedRuns.only(oneProfile(), Arm::baseline));
    assertThat(finding.lead()).startsWith("Plain Java, twin, answers first, after ");
    assertThat(finding.rest()).isEqualTo("Nothing is compared with it.");
  }

  @Test
  void shouldClaimNothingOfOneLaunch() {
    FindingWords.Finding finding = hello(oneProfile().onlyLaunches(l -> l.block() == 1));
    assertThat(finding.lead()).matches("Plain Java, twin, answers first, after [0-9.]+ ms \\(1 launch\\)\\.");
    assertThat(finding.rest())
        .startsWith("Not enough to tell it from Wasmtime, jni. The fastest compared with it, Wasmtime, jni, needs ")
        .containsPattern(RATIO + "that, 1 block: not enough launches to tell\\.")
        .contains("No arm is told apart from the next.")
        .doesNotContain("slower", "faster");
  }

  @Test
  void shouldNameTheEndsOfALongGroup() {
    SampleRun run = SampleRuns.standard()
        .onlyLaunches(
            l -> l.block() < 5 && (l.arm().equals(SampleRuns.BASELINE) || l.arm().startsWith("w") || l.block() < 2));
    assertThat(hello(run).rest()).contains("No arm is told apart from the next.");
    SampleRun apart = SampleRuns.standard().onlyLaunches(l -> l.arm().startsWith("plain-java") || l.block() < 3);
    assertThat(hello(apart).rest()).contains("Neighbours not told apart: Plain Java, twin (default) to ", " (5 arms).");
  }

  @Test
  void shouldGiveNoVerdictOfARunThatIsNotToBeTrusted() {
    RunData run = CheckedRuns.standard().readFrom(out);
    FindingWords.Finding finding = hello(run, CheckedRuns.failed(run, "the delay was not seen"));
    assertThat(finding.lead()).isEqualTo("No answer: how the arms compare is not to be trusted: a control failed.");
    assertThat(finding.rest()).isEmpty();
  }

  @Test
  void shouldSayThatThereIsNoBaseline() {
    FindingWords.Finding finding = hello(oneProfile().withArms(arm -> CheckedRuns.as(arm, false)));
    assertThat(finding.lead()).startsWith("Plain Java, twin, answers first, after ");
    assertThat(finding.rest()).startsWith("It has no baseline that counts in the same blocks.");
  }

  private static SampleRun oneProfile() {
    return CheckedRuns.only(SampleRuns.standard(), arm -> arm.profile().equals("default") && arm.ran());
  }

  private static Predicate<Launch> isOf(String runtime) {
    return launch -> launch.arm().startsWith(runtime);
  }

  private static boolean isOf(String runtime, Arm arm) {
    return arm.runtime().equals(runtime);
  }

  private static Arm program(Arm a) {
    return Records.with(a, "command", List.of("program", "child.script"));
  }

  private FindingWords.Finding hello(SampleRun sample) {
    RunData run = sample.readFrom(out.resolve("run-" + runs++));
    return hello(run, Summary.of(run));
  }

  private static FindingWords.Finding hello(RunData run, Summary summary) {
    RunView view = new RunView(run, summary);
    FindingWords.Finding found =
        FindingWords.of(view, view.fixtures().stream().filter(f -> f.id().equals("hello")).findFirst().orElseThrow());
    return new FindingWords.Finding(found.title(), found.lead().replace('\u00a0', ' '),
        found.rest().replace('\u00a0', ' '));
  }
}
