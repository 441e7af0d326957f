package dev.coldstart.launcher.launch;

import static dev.coldstart.launcher.plan.Controls.busy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.launcher.launch.LaunchDriver.Launched;
import dev.coldstart.launcher.launch.LaunchDriver.Slot;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.plan.SampleArms;
import dev.coldstart.results.Arm;
import dev.coldstart.results.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real children that misbehave: a shell script stands in the place of {@code bin/java}. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(20)
class ProcessLauncherTest {

  private static final String RESPONSE = "{\"statusCode\":200,\"body\":\"hi\"}";
  private static final String RESPOND = "echo '" + RESPONSE + "'\n";
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final Slot SLOT = new Slot(4, 2, true);
  private static final String HOLDS = "left a process behind that holds its output";

  @TempDir private Path folder;
  private Path java;
  private Path work;
  private PlannedArm arm;

  @BeforeEach
  void makeArm() throws IOException {
    Path stage = Files.createDirectory(folder.resolve("stage"));
    Files.writeString(stage.resolve("classpath"), "");
    work = Files.createDirectory(folder.resolve("work"));
    java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Path expected = Files.writeString(folder.resolve("expected.json"), RESPONSE);
    Path event = Files.writeString(folder.resolve("event.json"), "{}");
    arm =
        new PlannedArm(
            SampleArms.configuration("fake.child", false, stage),
            SampleArms.profile("default"),
            SampleArms.jdk(folder.resolve("jdk"), 25),
            SampleArms.fixture("hello", event, expected));
  }

  private PlannedArm arm(Arm.Control control) {
    return new PlannedArm(arm.configuration(), arm.profile(), arm.jdk(), arm.fixture(), control);
  }

  private Path pid() {
    return folder.resolve("pid");
  }

  @Test
  void shouldSayThatAChildGaveNoResponse() throws IOException {
    Launch launch = launch("exit 0");
    assertThat(launch.reason()).startsWith("wrong response: 0 bytes \"\", expected 30 bytes");
    assertThat(launch.exitCode()).isZero();
  }

  @Test
  void shouldShowTheLastErrorsOfAChildThatFails() throws IOException {
    Launch launch = launch("echo boom >&2; echo '  at somewhere' >&2; exit 42");
    assertThat(launch.reason()).isEqualTo("exit code 42; it said: boom | at somewhere");
    assertThat(launch.exitCode()).isEqualTo(42);
  }

  @Test
  void shouldShowAWrongResponse() throws IOException {
    assertThat(launch("echo '{\"statusCode\":500,\"body\":\"hi\"}'").reason())
        .startsWith("wrong response: ")
        .contains("500")
        .endsWith("expected 30 bytes \"" + RESPONSE + "\"");
  }

  @Test
  void shouldRejectAResponseWithoutItsEnd() throws IOException {
    assertThat(launch("printf '%s' '" + RESPONSE + "'").reason()).startsWith("wrong response: ");
  }

  @Test
  void shouldRejectALongerResponse() throws IOException {
    assertThat(launch("echo '" + RESPONSE + " '").reason()).startsWith("wrong response: ");
  }

  @Test
  void shouldMissAReport() throws IOException {
    assertThat(launch(RESPOND).reason()).isEqualTo("no report after its response");
    assertThat(launch(RESPOND + "echo garbage; echo hm >&2").reason())
        .isEqualTo("no report after its response; it said: hm");
  }

  @Test
  void shouldRejectAForeignClassPath() throws IOException {
    assertThat(launch(RESPOND + report("1,2,3,4,5,6", "/else/where.jar")).reason())
        .isEqualTo("foreign class path: /else/where.jar");
  }

  @Test
  void shouldRejectStampsOfAnotherClock() throws IOException {
    Launched launched = make(RESPOND + report("1,2,3,4,5,6", ""));
    assertThat(launched.launch().reason()).isEqualTo("its clock and the parent's do not share a base");
    assertThat(launched.engine()).isEqualTo("Fake 1");
  }

  @Test
  void shouldKillAChildThatHangs() throws IOException {
    Launch launch = launch("echo waiting >&2; exec sleep 60");
    assertThat(launch.reason()).isEqualTo("no end after 2 s, killed; it said: waiting");
    assertThat(launch.wallNs()).isBetween(TIMEOUT.toNanos(), TIMEOUT.multipliedBy(4).toNanos());
    assertThat(launch.exitCode()).isNull();
  }

  @Test
  void shouldKillAChildThatHangsAfterItsResponse() throws IOException {
    assertThat(launch(RESPOND + "sleep 60").reason()).startsWith("no end after 2 s, killed");
  }

  @Test
  void shouldKillAChildThatPrintsWithoutEnd() throws IOException {
    Launch launch = launch("exec yes");
    assertThat(launch.reason()).isEqualTo("prints without end, killed");
    assertThat(launch.exitCode()).isNull();
  }

  @Test
  void shouldKillWhatAHangingChildStarted() throws IOException {
    launch("sleep 61 & echo $! > " + pid() + "; wait");
    assertThat(isAliveByPidIn(pid())).isFalse();
  }

  @Test
  void shouldNotWaitForWhatAChildLeftBehind() throws IOException {
    Launch launch = launch("sleep 8 >/dev/null 2>&1 & sleep 0.2; exit 42");
    assertThat(launch.wallNs()).isLessThan(TIMEOUT.multipliedBy(3).toNanos());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldNotWaitForWhatHoldsTheOutputOfAChildWithoutAReport() throws IOException {
    Launch launch = launch("sleep 62 & echo $! > " + pid() + "; exit 0");
    assertThat(launch.reason()).startsWith(HOLDS + ": sleep 62 (process ");
    assertThat(launch.exitCode()).isZero();
    assertThat(isAliveByPidIn(pid())).isFalse();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldRejectAResponseBesideWhichAProcessIsLeft() throws IOException {
    // Long enough that the parent has read the report, and waits for more, by the time the child ends.
    String script = RESPOND + report("1,2,3,4,5,6", "") + "sleep 62 & echo $! > " + pid() + "; sleep 1";
    assertThat(launch(script).reason()).startsWith(HOLDS + ": sleep 62 (process ");
    assertThat(isAliveByPidIn(pid())).isFalse();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldTellTheFailureOfAChildThatLeavesAProcess() throws IOException {
    Launch launch = launch("sleep 62 & echo oh >&2; exit 42");
    assertThat(launch.reason()).startsWith(HOLDS).endsWith("; exit code 42; it said: oh");
    assertThat(launch.exitCode()).isEqualTo(42);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldKillWhatAHangingChildLeftToInit() throws IOException {
    // The one between them ends, so that the process has another parent than the child.
    launch("(sleep 62 & echo $! > " + pid() + "); exec sleep 61");
    assertThat(isAliveByPidIn(pid())).isFalse();
  }

  @Test
  void shouldGoOnAfterAProcessThatCannotBeFound() throws IOException {
    Files.writeString(java, "#!/bin/sh\nenv -i sleep 62 & echo $! > " + pid() + "; exit 0");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    try (ProcessLauncher launcher = launcher()) {
      assertThat(launcher.launch(arm, SLOT).launch().reason()).isEqualTo(HOLDS);
      Files.writeString(java, "#!/bin/sh\nexit 42");
      assertThat(launcher.launch(arm, SLOT).launch().reason()).isEqualTo("exit code 42");
    } finally {
      ProcessHandle.of(Long.parseLong(Files.readString(pid()).strip())).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldFindAndKillWhatHoldsNothing() throws IOException {
    Files.writeString(java, "#!/bin/sh\nsleep 62 >/dev/null 2>&1 & echo $! > " + pid() + "; exit 42");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    try (ProcessLauncher launcher = launcher();
        ProcessLauncher other = launcher()) {
      assertThat(launcher.launch(arm, SLOT).launch().reason()).isEqualTo("exit code 42");
      assertThat(other.leftBehind()).as("of another run").isEmpty();
      assertThat(launcher.leftBehind()).singleElement().asString().startsWith("sleep 62 (process ");
      assertThat(isAliveByPidIn(pid())).isFalse();
      assertThat(launcher.leftBehind()).isEmpty();
    }
  }

  @Test
  void shouldKillAChildThatPrintsErrorsWithoutEnd() throws IOException {
    Launch launch = launch("exec yes oh >&2", Duration.ofSeconds(15));
    assertThat(launch.reason()).startsWith("prints errors without end, killed; it said: ...").contains("oh | oh | oh");
    assertThat(launch.reason().length()).isLessThan(700);
    assertThat(launch.exitCode()).isNull();
  }

  @Test
  void shouldKillAChildThatClosesItsOutputAndHangs() throws IOException {
    assertThat(launch("exec >&- 2>&-; exec sleep 60").reason()).isEqualTo("no end after 2 s, killed");
  }

  @Test
  void shouldTellTheSignalThatEndedAChild() throws IOException {
    assertThat(launch("kill -SEGV $$").reason()).isEqualTo("exit code 139 (SIGSEGV)");
  }

  @Test
  void shouldFillInTheTimeOfTheSpawn() throws IOException {
    long beforeNs = System.nanoTime();
    String reason = make("for last; do true; done; echo $last >&2; exit 1", arm(busy(50)), TIMEOUT).launch().reason();
    assertThat(reason).startsWith("exit code 1; it said: ");
    assertThat(Long.parseLong(reason.substring(reason.lastIndexOf(' ') + 1))).isBetween(beforeNs, System.nanoTime());
  }

  @Test
  void shouldLeaveOutTimesOfAnInvalidLaunch() throws IOException {
    Launch launch = launch("exit 1");
    assertThat(launch.valid()).isFalse();
    assertThat(launch.firstResponseNs()).isNull();
    assertThat(launch.phasesNs()).isNull();
    assertThat(launch.wallNs()).isPositive();
    assertThat(launch).extracting(Launch::block, Launch::position, Launch::warmup).containsExactly(4, 2, true);
  }

  @Test
  void shouldGiveEachChildAFolderOfItsOwnAndRemoveIt() throws IOException {
    String reason = launch("touch left-behind; mkdir d; touch d/e; pwd >&2; exit 1").reason();
    assertThat(reason).contains(work.toString());
    assertThat(work).isEmptyDirectory();
  }

  @Test
  void shouldFailWhenNoChildCanBeStarted() {
    assertThatThrownBy(() -> {
          try (ProcessLauncher launcher = launcher()) {
            launcher.launch(arm, SLOT);
          }
        })
        .isInstanceOf(IOException.class)
        .hasMessageContaining("bin/java");
    assertThat(work).isEmptyDirectory();
  }

  private static String report(String stamps, String classPath) {
    return "printf 'coldstart-report 1\\nstampsNs=" + stamps + "\\nclassPath=" + classPath
        + "\\nengine=Fake 1\\ncoldstart-report end\\n'\n";
  }

  private Launch launch(String script) throws IOException {
    return launch(script, TIMEOUT);
  }

  private Launch launch(String script, Duration timeout) throws IOException {
    Launch launch = make(script, arm, timeout).launch();
    assertThat(launch.valid()).isFalse();
    assertThat(work).isEmptyDirectory();
    return launch;
  }

  private Launched make(String script) throws IOException {
    return make(script, arm, TIMEOUT);
  }

  private Launched make(String script, PlannedArm arm, Duration timeout) throws IOException {
    Files.writeString(java, "#!/bin/sh\n" + script);
    assertThat(java.toFile().setExecutable(true)).isTrue();
    try (ProcessLauncher launcher = new ProcessLauncher(new Preparations(work, work), work, timeout)) {
      return launcher.launch(arm, SLOT);
    }
  }

  private ProcessLauncher launcher() {
    return new ProcessLauncher(new Preparations(work, work), work, TIMEOUT);
  }

  /** Whether it is still there after the moment that a kill takes. One that ended may stay a zombie: it counts as ended. */
  private static boolean isAliveByPidIn(Path file) throws IOException {
    Path stat = Path.of("/proc").resolve(Files.readString(file).strip()).resolve("stat");
    for (int look = 0; look < 100; look++) {
      if (!isAlive(stat)) {
        return false;
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    return true;
  }

  private static boolean isAlive(Path stat) {
    try {
      return !Files.readString(stat).contains(") Z ");
    } catch (IOException gone) {
      return false;
    }
  }
}
