package dev.coldstart.launcher.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.launcher.launch.LaunchDriver.Launched;
import dev.coldstart.launcher.launch.LaunchDriver.Slot;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.plan.SampleArms;
import dev.coldstart.results.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real children that misbehave: a shell script stands in the place of {@code bin/java}. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(20)
class ProcessLauncherTest {

  private static final String RESPONSE = "{\"statusCode\":200,\"body\":\"hi\"}";
  private static final String RESPOND = "echo '" + RESPONSE + "'\n";
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

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
    launch("sleep 61 & echo $! > " + folder.resolve("pid") + "; wait");
    assertThat(isAliveByPidIn(folder.resolve("pid"))).isFalse();
  }

  @Test
  void shouldNotWaitForWhatAChildLeftBehind() throws IOException {
    Launch launch = launch("sleep 8 >/dev/null 2>&1 & sleep 0.2; exit 42");
    assertThat(launch.wallNs()).isLessThan(TIMEOUT.multipliedBy(3).toNanos());
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
          try (ProcessLauncher launcher = new ProcessLauncher(new Preparations(work), work, TIMEOUT)) {
            launcher.launch(arm, new Slot(0, 0, false));
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
    Launch launch = make(script).launch();
    assertThat(launch.valid()).isFalse();
    assertThat(work).isEmptyDirectory();
    return launch;
  }

  private Launched make(String script) throws IOException {
    Files.writeString(java, "#!/bin/sh\n" + script);
    assertThat(java.toFile().setExecutable(true)).isTrue();
    try (ProcessLauncher launcher = new ProcessLauncher(new Preparations(work), work, TIMEOUT)) {
      return launcher.launch(arm, new Slot(4, 2, true));
    }
  }

  /** A process that ended may stay a zombie for a moment, which counts as ended. */
  private static boolean isAliveByPidIn(Path file) throws IOException {
    Path stat = Path.of("/proc").resolve(Files.readString(file).strip()).resolve("stat");
    return Files.exists(stat) && !Files.readString(stat).contains(") Z ");
  }
}
