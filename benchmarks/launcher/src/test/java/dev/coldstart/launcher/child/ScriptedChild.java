package dev.coldstart.launcher.child;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.machine.ProcessLimits;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.plan.SampleArms;
import dev.coldstart.launcher.prepare.Artifacts;
import dev.coldstart.launcher.scenario.LaunchDriver.Made;
import dev.coldstart.launcher.scenario.LaunchDriver.Slot;
import dev.coldstart.launcher.scenario.LaunchDriver.Step;
import dev.coldstart.launcher.scenario.ProcessLauncher;
import dev.coldstart.launcher.scenario.Scenario;
import dev.coldstart.record.Arm;
import dev.coldstart.record.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A child whose behaviour a test defines: a shell script replaces {@code bin/java}.
 *
 * @param arm the arm as which it is launched
 */
public record ScriptedChild(Path folder, PlannedArm arm) {

  static final String RESPONSE = "{\"statusCode\":200,\"body\":\"hi\"}";
  static final String RESPOND = "echo '" + RESPONSE + "'\n";

  /** A script's command after which the child may be killed at the time limit. */
  static final String READY = ": > ../../ready; ";

  /** The time limit for children that end by themselves or for another reason. Only a test that hangs reaches it. */
  /** For a shell: its process holds 100 MB, and then waits. */
  public static final String FILLS_MEMORY = "x=$(head -c 100000000 /dev/zero | tr '\\0' x); sleep 600";

  private static final Duration AMPLE = Duration.ofMinutes(2);

  private static final Duration LOOK_EVERY = Duration.ofMillis(20);
  private static final Duration SHORT = Duration.ofSeconds(1);
  static final Slot SLOT = new Slot(4, 2, true, null);

  /** @param folder an empty folder */
  ScriptedChild(Path folder) throws IOException {
    this(folder, arm(folder));
    Files.createDirectory(work());
    Files.createDirectories(java().getParent());
  }

  private static PlannedArm arm(Path folder) throws IOException {
    Path stage = Files.createDirectory(folder.resolve("stage"));
    Files.writeString(stage.resolve("classpath"), "");
    Path expected = Files.writeString(folder.resolve("expected.json"), RESPONSE);
    Path event = Files.writeString(folder.resolve("event.json"), "{}");
    return new PlannedArm(SampleArms.configuration("fake.child", false, stage), SampleArms.profile("default"),
        SampleArms.jdk(folder.resolve("jdk"), 25), SampleArms.fixture("hello", event, expected));
  }

  ScriptedChild as(Arm.Control control) {
    return new ScriptedChild(folder,
        new PlannedArm(arm.configuration(), arm.profile(), arm.jdk(), arm.fixture(), control, null));
  }

  private Path java() {
    return folder.resolve("jdk/bin/java");
  }

  /** The parent of the child's own folder, which exists while it runs. */
  Path work() {
    return folder.resolve("work");
  }

  /** The file to which a script may write a process id. */
  Path pid() {
    return folder.resolve("pid");
  }

  /** The lines of a script that prints a report. */
  static String report(String stamps, String classPath) {
    return FakeReport.script("stampsNs", stamps, "javaHome", "${0%/bin/java}", "classPath", classPath, "engine",
        "Fake 1");
  }

  void does(String script) throws IOException {
    Files.writeString(java(), "#!/bin/sh\n" + script);
    assertThat(java().toFile().setExecutable(true)).isTrue();
  }

  /** Makes a launch, which must be invalid. */
  Launch launch(String script) throws IOException {
    return launch(script, AMPLE);
  }

  /**
   * Makes an invalid launch of a script that never ends. Increases the time limit until the script becomes ready, so
   * that it works on a slow machine too.
   */
  Launch hang(String script) throws IOException {
    Duration timeout = SHORT;
    Launch launch = launch(script, timeout);
    while (!Files.deleteIfExists(folder.resolve("ready"))) {
      timeout = timeout.multipliedBy(2);
      launch = launch(script, timeout);
    }
    return launch;
  }

  private Launch launch(String script, Duration timeout) throws IOException {
    return launch(script, ProcessLimits.of(timeout));
  }

  /** Makes a launch with other limits, which must be invalid. */
  Launch launch(String script, ProcessLimits limits) throws IOException {
    Launch launch = make(script, limits).launch();
    assertThat(launch.valid()).isFalse();
    assertThat(work()).isEmptyDirectory();
    return launch;
  }

  Made make(String script) throws IOException {
    return make(script, ProcessLimits.of(AMPLE));
  }

  private Made make(String script, ProcessLimits limits) throws IOException {
    does(script);
    try (ProcessLauncher launcher = launcher(limits)) {
      return launcher.launch(new Step(Scenario.FIRST_RESPONSE, null, arm, 1), SLOT);
    }
  }

  ProcessLauncher launcher() {
    return launcher(ProcessLimits.of(AMPLE));
  }

  private ProcessLauncher launcher(ProcessLimits limits) {
    return new ProcessLauncher(new Artifacts(work(), work()), work(), limits);
  }

  /** Whether the process whose id was written is still alive. */
  boolean isAlive() throws IOException {
    return isAliveByPidIn(pid());
  }

  /** Whether the process is still alive after the time that a kill takes. A zombie counts as ended. */
  public static boolean isAliveByPidIn(Path file) throws IOException {
    Path stat = Path.of("/proc").resolve(Files.readString(file).strip()).resolve("stat");
    for (long looks = AMPLE.dividedBy(LOOK_EVERY); looks > 0; looks--) {
      if (!isAlive(stat)) {
        return false;
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
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
