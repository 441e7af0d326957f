package dev.coldstart.report.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.report.page.CheckedRuns;
import dev.coldstart.report.page.RunPage;
import dev.coldstart.report.run.RunView;
import dev.coldstart.stats.run.Summary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerTableTest {

  @TempDir
  Path out;
  private int runs;

  @Test
  void shouldNameTheArmThatARowIsNotToldFrom() {
    SampleRun run = CheckedRuns.only(SampleRuns.standard(), arm -> arm.profile().equals("default"))
        .slowedInFirstCall(l -> l.arm().startsWith("wasmtime"), 151.5 / 122.5);
    AnswerTable table = table(run);
    assertThat(table.note(table.ran().get(1))).isEmpty();
    assertThat(table.note(table.ran().get(2))).isIn("no clear difference from Wasmtime (jni)",
        "no clear difference from Chicory (interpreter)");
  }

  /** The row already contains the configuration's name. */
  @Test
  void shouldNameOneOfTheSameConfigurationByItsProfile() {
    SampleRun run = CheckedRuns.only(SampleRuns.standard(), Arm::baseline)
        .slowedInFirstCall(l -> l.arm().contains("/appcds/"), 60.0 / 50);
    AnswerTable table = table(run);
    assertThat(table.note(table.ran().get(1))).isIn("no clear difference from appcds",
        "no clear difference from default");
  }

  @Test
  void shouldListWhatDidNotRunAndCutALongReason() {
    SampleRun run = SampleRuns.standard().withArms(arm -> arm.ran() ? arm : because(arm, "x".repeat(5_000)));
    assertThat(table(run).ran()).hasSize(6);
    assertThat(table(run).notRun()).hasSize(2);
    RunData data = run.readFrom(out);
    assertThat(RunPage.render(data, Summary.of(data), data.folder().reportHtml())).contains("— xxx")
        .doesNotContain("x".repeat(300));
  }

  /** It is measured next to the arms that a profile affects. */
  @Test
  void shouldNotGiveAProfileToAChildThatIsNoJvm() {
    SampleRun run = SampleRuns.standard().withArms(arm -> arm.runtime().equals("wasmtime") ? program(arm) : arm);
    assertThat(names(table(run))).contains("Wasmtime, jni (beside default)", "Wasmtime, jni (beside appcds)",
        "Plain Java, twin (default)");
    SampleRun one = CheckedRuns.only(run, arm -> arm.profile().equals("default"));
    assertThat(names(table(one))).contains("Wasmtime, jni");
  }

  private static Arm because(Arm a, String reason) {
    return with(a, a.command(), reason);
  }

  private static Arm program(Arm a) {
    return with(a, List.of("program", "child.script"), a.notRun());
  }

  private static Arm with(Arm a, List<String> command, String notRun) {
    return Records.with(a, "command", command, "notRun", notRun);
  }

  private AnswerTable table(SampleRun sample) {
    RunData run = sample.readFrom(out.resolve("run-" + runs++));
    return table(run, Summary.of(run));
  }

  private static List<String> names(AnswerTable table) {
    return table.ran().stream().map(arm -> table.view().name(arm.arm()).text()).toList();
  }

  /** For the fixture in which something is compared. */
  private static AnswerTable table(RunData run, Summary summary) {
    RunView view = new RunView(run, summary);
    return new AnswerTable(view,
        view.fixtures().stream().filter(f -> f.id().equals("hello")).findFirst().orElseThrow());
  }
}
