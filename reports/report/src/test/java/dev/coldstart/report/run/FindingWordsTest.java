package dev.coldstart.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest.ConfigurationFacts;
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
  private static final String TIMES = RATIO + INTERVAL + " the time";
  private static final String LAUNCHES = "\\([0-9]+ launches\\)";

  @TempDir
  Path out;
  private int runs;

  @Test
  void shouldSayWhoAnswersFirstAndHowFarTheNextIs() {
    FindingWords.Finding finding = hello(oneProfile());
    assertThat(finding.lead()).matches("Plain Java \\(twin\\) answers first, after [0-9.]+ ms " + LAUNCHES);
    assertThat(finding.compared()).matches("then Wasmtime \\(jni\\) with " + TIMES + "(, [0-9.]+ % more)?");
    assertThat(finding.next()).isEmpty();
    assertThat(finding.noClearDifference()).isEmpty();
    assertThat(finding.text())
        .matches("Plain Java \\(twin\\) answers first, after .*\\)\\. Then Wasmtime \\(jni\\) with [^.]*\\..*\\.");
  }

  @Test
  void shouldSayHowMuchFasterThanItsBaselineAnArmIs() {
    FindingWords.Finding finding = hello(oneProfile().slowedInFirstCall(isOf("plain-java"), 2.3));
    assertThat(finding.lead()).matches("Wasmtime \\(jni\\) answers first, after [0-9.]+ ms " + LAUNCHES);
    assertThat(finding.compared())
        .matches(RATIO + INTERVAL + " the [0-9.]+ ms of Plain Java \\(twin\\), [0-9.]+ % less");
    assertThat(finding.next()).matches("then Plain Java \\(twin\\), [0-9.]+ ms");
    assertThat(finding.text()).contains(" less; then Plain Java (twin), ");
    FindingWords.Finding last = hello(oneProfile().slowedInFirstCall(isOf("plain-java"), 9));
    assertThat(last.next()).matches("then Chicory \\(interpreter\\), [0-9.]+ ms");
  }

  /** An empty JVM always comes first, and does none of the work. */
  @Test
  void shouldNotCallABaselineFirstThatDoesNoneOfTheWork() {
    SampleRun run = oneProfile().withManifest(m -> Records.with(m, "configurations",
        List.of(new ConfigurationFacts("plain-java.twin", "does nothing", true))));
    FindingWords.Finding finding = hello(run);
    assertThat(finding.lead()).matches("Wasmtime \\(jni\\) answers first, after [0-9.]+ ms " + LAUNCHES);
    assertThat(finding.compared()).matches(TIMES + " of Plain Java \\(twin\\).*");
    RunData read = run.readFrom(out.resolve("baselines"));
    assertThat(plain(new RunView(read, Summary.of(read)).baselines()))
        .isEqualTo("Each arm is compared with the baseline of its profile and JDK: Plain Java (twin) — does nothing.");
  }

  @Test
  void shouldNameTheBaselineWhereTheRunHasSeveral() {
    FindingWords.Finding finding = hello(SampleRuns.standard());
    assertThat(finding.lead()).startsWith("Plain Java (twin, appcds) answers first");
    assertThat(finding.compared()).contains("then Wasmtime (jni, appcds) with ").doesNotContain(" of Plain Java");
    FindingWords.Finding other = hello(SampleRuns.standard()
        .slowedInFirstCall(l -> !l.arm().equals("wasmtime.jni/default/jdk25") && !l.arm().startsWith("plain-java"), 2));
    assertThat(other.compared())
        .containsPattern("then Wasmtime \\(jni, default\\) with " + TIMES + " of Plain Java \\(twin, default\\)");
  }

  /** A child that is not a JVM may answer first. The question is about JVMs. */
  @Test
  void shouldGoOnWithThoseInAJvmWhereOneThatIsNoneIsFirst() {
    SampleRun run =
        oneProfile().slowed(isOf("wasmtime"), 0.2).withArms(arm -> isOf("wasmtime", arm) ? program(arm) : arm);
    FindingWords.Finding finding = hello(run);
    assertThat(finding.lead()).startsWith("Wasmtime (jni) answers first, after ");
    assertThat(finding.inJvm()).matches(
        TIMES + " of Plain Java \\(twin\\), [0-9]+ % less;" + " fastest in a JVM: Plain Java \\(twin\\), [0-9.]+ ms");
    assertThat(finding.compared()).startsWith("then Chicory (interpreter) with ").doesNotContain(" of Plain Java");
    FindingWords.Finding alone = hello(CheckedRuns.only(run, arm -> !arm.runtime().equals("chicory")));
    assertThat(alone.compared()).isEqualTo("nothing is compared with it in a JVM");
    FindingWords.Finding nothingElse = hello(CheckedRuns.only(run, arm -> isOf("wasmtime", arm)));
    assertThat(nothingElse.lead()).startsWith("Wasmtime (jni) answers first, after ");
    assertThat(nothingElse.inJvm()).isEmpty();
  }

  /** The second of all may be another program. */
  @Test
  void shouldSayThatTheNextIsTheNextInAJvm() {
    FindingWords.Finding finding = hello(oneProfile().withArms(arm -> isOf("wasmtime", arm) ? program(arm) : arm));
    assertThat(finding.lead()).startsWith("Plain Java (twin) answers first, after ");
    assertThat(finding.compared()).startsWith("then, in a JVM, Chicory (interpreter) with ");
  }

  @Test
  void shouldSayBetweenWhichArmsThereIsNoClearDifference() {
    // In each block as long as the other, except for the noise of both.
    SampleRun run = oneProfile().slowedInFirstCall(isOf("wasmtime"), 151.5 / 122.5);
    assertThat(hello(run).noClearDifference())
        .matches("between (Wasmtime \\(jni\\) and Chicory \\(interpreter\\)|Chicory.*jni)");
    SampleRun first = oneProfile().slowedInFirstCall(isOf("plain-java"), 122.5 / 60);
    assertThat(hello(first).noClearDifference())
        .matches("between (Plain Java \\(twin\\) and Wasmtime \\(jni\\)|Wasmtime \\(jni\\) and Plain Java \\(twin\\))");
  }

  @Test
  void shouldSayNothingWithoutLaunches() {
    assertThat(hello(oneProfile().onlyLaunches(Launch::warmup)))
        .isEqualTo(new FindingWords.Finding("Hello", null, "no valid launch", "", "", "", ""));
  }

  @Test
  void shouldSayWhyWhereNothingWasRun() {
    SampleRun failed = oneProfile().onlyLaunches(Launch::warmup)
        .withArms(arm -> arm.baseline() || arm.isControl() ? arm : Records.with(arm, "notRun", "it trapped"));
    assertThat(hello(failed).lead()).matches(
        "no valid launch; .*\\): it trapped; 1 more arm did not run, for reasons that are below the fixture's table");
  }

  @Test
  void shouldSayWhatThereIsOfABaselineAlone() {
    FindingWords.Finding finding = hello(CheckedRuns.only(oneProfile(), Arm::baseline));
    assertThat(finding.lead()).startsWith("Plain Java (twin) answers first, after ");
    assertThat(finding.compared()).isEqualTo("nothing is compared with it");
  }

  @Test
  void shouldClaimNothingOfOneLaunch() {
    FindingWords.Finding finding = hello(oneProfile().onlyLaunches(l -> l.block() == 1));
    assertThat(finding.lead()).matches("Plain Java \\(twin\\) answers first, after [0-9.]+ ms \\(1 launch\\)");
    assertThat(finding.compared()).matches("then Wasmtime \\(jni\\) with " + RATIO + "the time, inconclusive");
    assertThat(finding.noClearDifference()).isEqualTo("between any arm and the next");
    assertThat(finding.text()).doesNotContain("slower", "faster", "less");
  }

  @Test
  void shouldNameTheEndsOfALongGroup() {
    SampleRun run = SampleRuns.standard()
        .onlyLaunches(
            l -> l.block() < 5 && (l.arm().equals(SampleRuns.BASELINE) || l.arm().startsWith("w") || l.block() < 2));
    assertThat(hello(run).noClearDifference()).isEqualTo("between any arm and the next");
    SampleRun apart = SampleRuns.standard().onlyLaunches(l -> l.arm().startsWith("plain-java") || l.block() < 3);
    assertThat(hello(apart).noClearDifference()).contains("from Plain Java (twin, default) to ", " (5 arms)");
  }

  @Test
  void shouldGiveNoVerdictOfARunThatIsNotToBeTrusted() {
    RunData run = CheckedRuns.standard().readFrom(out);
    FindingWords.Finding finding = hello(run, CheckedRuns.failed(run, "the delay was not seen"));
    assertThat(finding.text()).isEqualTo("No answer: not to be trusted: a control failed.");
  }

  @Test
  void shouldSayThatThereIsNoBaseline() {
    FindingWords.Finding finding = hello(oneProfile().withArms(arm -> CheckedRuns.as(arm, false)));
    assertThat(finding.lead()).startsWith("Plain Java (twin) answers first, after ");
    assertThat(finding.compared()).isEqualTo("no ratio: it and its baseline share no valid block");
    assertThat(finding.next()).matches("then Wasmtime \\(jni\\), [0-9.]+ ms");
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
    return new FindingWords.Finding(found.title(), found.first(), plain(found.lead()), plain(found.inJvm()),
        plain(found.compared()), plain(found.next()), plain(found.noClearDifference()));
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ');
  }
}
