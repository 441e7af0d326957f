package dev.coldstart.launcher.child;

import static dev.coldstart.launcher.child.ScriptedChild.RESPOND;
import static dev.coldstart.launcher.child.ScriptedChild.RESPONSE;
import static dev.coldstart.launcher.child.ScriptedChild.SLOT;
import static dev.coldstart.launcher.child.ScriptedChild.report;
import static dev.coldstart.launcher.plan.Controls.busy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.launcher.scenario.LaunchDriver.Made;
import dev.coldstart.launcher.scenario.LaunchDriver.Step;
import dev.coldstart.launcher.scenario.ProcessLauncher;
import dev.coldstart.launcher.scenario.Scenario;
import dev.coldstart.record.Launch;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real children that fail or give wrong output. */
@DisabledOnOs(OS.WINDOWS)
class ProcessLauncherTest {

  @TempDir
  private Path folder;
  private ScriptedChild child;

  @BeforeEach
  void makeChild() throws IOException {
    child = new ScriptedChild(folder);
  }

  @Test
  void shouldSayThatAChildGaveNoResponse() throws IOException {
    Launch launch = child.launch("exit 0");
    assertThat(launch.reason()).startsWith("wrong response: 0 bytes \"\", expected 30 bytes");
    assertThat(launch.exitCode()).isZero();
  }

  @Test
  void shouldShowTheErrorsOfAChildThatFails() throws IOException {
    Launch launch = child.launch("echo boom >&2; echo '  at somewhere' >&2; exit 42");
    assertThat(launch.reason()).isEqualTo("exit code 42; it said: boom | at somewhere");
    assertThat(launch.exitCode()).isEqualTo(42);
  }

  /** The loader's message comes first. A following trace of 40 lines must not displace it. */
  @Test
  void shouldKeepTheFirstWordsOfAChildThatSaysMuch() throws IOException {
    Launch launch = child.launch("echo 'java.lang.UnsatisfiedLinkError: failed to map segment' >&2;"
        + " for i in 1 2 3 4 5 6 7 8 9; do printf '\\tat java.base/java.lang.Runtime.load0(Runtime.java)\\n' >&2; done;"
        + " echo 'Caused by: noexec' >&2; yes words | head -c 5000 >&2; exit 3");
    assertThat(launch.reason())
        .startsWith("exit code 3; it said: java.lang.UnsatisfiedLinkError: failed to map segment |")
        .contains("| Caused by: noexec | words |")
        .endsWith("...")
        .hasSizeLessThan(700);
  }

  @Test
  void shouldShowWhatAJvmPrintsThatDoesNotStart() throws IOException {
    assertThat(child.launch("echo 'Error occurred during initialization of VM'; echo 'Could not reserve 1 GB'; exit 1")
        .reason())
        .isEqualTo("exit code 1; it said: Error occurred during initialization of VM | Could not reserve 1 GB");
  }

  @Test
  void shouldSayThatAChildSaidNothing() throws IOException {
    assertThat(child.launch("exit 3").reason()).isEqualTo("exit code 3; it said nothing");
  }

  @Test
  void shouldShowAWrongResponse() throws IOException {
    assertThat(child.launch("echo '{\"statusCode\":500,\"body\":\"hi\"}'").reason()).startsWith("wrong response: ")
        .contains("500")
        .endsWith("expected 30 bytes \"" + RESPONSE + "\"");
  }

  @Test
  void shouldRejectAResponseWithoutItsEnd() throws IOException {
    assertThat(child.launch("printf '%s' '" + RESPONSE + "'").reason()).startsWith("wrong response: ");
  }

  @Test
  void shouldRejectALongerResponse() throws IOException {
    assertThat(child.launch("echo '" + RESPONSE + " '").reason()).startsWith("wrong response: ");
  }

  @Test
  void shouldMissAReport() throws IOException {
    assertThat(child.launch(RESPOND).reason()).isEqualTo("no report after its response");
    assertThat(child.launch(RESPOND + "echo garbage; echo hm >&2").reason())
        .isEqualTo("no report after its response; it said: hm");
  }

  @Test
  void shouldRejectAForeignClassPath() throws IOException {
    assertThat(child.launch(RESPOND + report("1,2,3,4,5,6", "/else/where.jar")).reason())
        .isEqualTo("unexpected class path: /else/where.jar");
  }

  @Test
  void shouldRejectStampsOfAnotherClock() throws IOException {
    Made launched = child.make(RESPOND + report("1,2,3,4,5,6", ""));
    assertThat(launched.launch().reason()).isEqualTo("its clock and the parent's have different origins");
    assertThat(launched.engine()).isEqualTo("Fake 1");
  }

  @Test
  void shouldTellTheSignalThatEndedAChild() throws IOException {
    assertThat(child.launch("kill -SEGV $$").reason()).isEqualTo("exit code 139 (SIGSEGV); it said nothing");
  }

  @Test
  void shouldFillInTheTimeOfTheSpawn() throws IOException {
    long beforeNs = System.nanoTime();
    String reason = child.as(busy(50)).make("for last; do true; done; echo $last >&2; exit 1").launch().reason();
    assertThat(reason).startsWith("exit code 1; it said: ");
    assertThat(Long.parseLong(reason.substring(reason.lastIndexOf(' ') + 1))).isBetween(beforeNs, System.nanoTime());
  }

  @Test
  void shouldLeaveOutTimesOfAnInvalidLaunch() throws IOException {
    Launch launch = child.launch("exit 1");
    assertThat(launch.valid()).isFalse();
    assertThat(launch.firstResponseNs()).isNull();
    assertThat(launch.phasesNs()).isNull();
    assertThat(launch.wallNs()).isPositive();
    assertThat(launch).extracting(Launch::block, Launch::position, Launch::warmup).containsExactly(4, 2, true);
  }

  @Test
  void shouldGiveEachChildAFolderOfItsOwnAndRemoveIt() throws IOException {
    String reason = child.launch("touch left-behind; mkdir d; touch d/e; pwd >&2; exit 1").reason();
    assertThat(reason).contains(child.work().toString());
    assertThat(child.work()).isEmptyDirectory();
  }

  @Test
  void shouldFailWhenNoChildCanBeStarted() {
    assertThatThrownBy(() -> {
      try (ProcessLauncher launcher = child.launcher()) {
        launcher.launch(new Step(Scenario.FIRST_RESPONSE, null, child.arm(), 1), SLOT);
      }
    }).isInstanceOf(IOException.class).hasMessageContaining("bin/java");
    assertThat(child.work()).isEmptyDirectory();
  }
}
