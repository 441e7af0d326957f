package dev.coldstart.launcher.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.child.FakeReport;
import dev.coldstart.launcher.machine.ProcessLimits;
import dev.coldstart.launcher.plan.Controls;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.plan.SampleArms;
import dev.coldstart.launcher.prepare.Artifacts;
import dev.coldstart.launcher.scenario.LaunchDriver.Slot;
import dev.coldstart.launcher.scenario.LaunchDriver.Step;
import dev.coldstart.record.BurstLaunch;
import dev.coldstart.record.InstanceLaunch;
import dev.coldstart.record.LaunchLine;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.MemoryLaunch;
import dev.coldstart.record.WarmLaunch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The results made from children's reports. A shell script replaces {@code bin/java}. */
@EnabledOnOs(OS.LINUX)
class ScenarioTest {

  private static final String RESPONSE = "{\"statusCode\":200,\"body\":\"hi\"}";

  @TempDir
  private Path folder;
  private PlannedArm arm;
  private ProcessLauncher scenarios;

  @BeforeEach
  void makeArm() throws IOException {
    Path stage = Files.createDirectory(folder.resolve("stage"));
    Files.writeString(stage.resolve("classpath"), "");
    Files.createDirectories(folder.resolve("jdk/bin"));
    Path expected = Files.writeString(folder.resolve("expected.json"), RESPONSE);
    Path event = Files.writeString(folder.resolve("event.json"), "{}");
    arm = new PlannedArm(SampleArms.configuration("fake.child", false, stage), SampleArms.profile("default"),
        SampleArms.jdk(folder.resolve("jdk"), 25), SampleArms.fixture("hello", event, expected), Controls.busy(1),
        null);
    Path work = Files.createDirectory(folder.resolve("work"));
    scenarios = new ProcessLauncher(new Artifacts(work, work), work, ProcessLimits.of(Duration.ofMinutes(2)));
  }

  @AfterEach
  void assertNothingIsLeft() {
    scenarios.close();
    assertThat(folder.resolve("work")).isEmptyDirectory();
  }

  @Test
  void shouldTakeTheCallsAsReported() throws IOException {
    WarmLaunch launch = coldToWarm("callNs", "30,2,1");
    assertThat(launch.reason()).isNull();
    assertThat(launch.callNs()).containsExactly(30, 2, 1);
    assertThat(launch.firstResponseNs()).isPositive();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|',
      value = {"callNs=30 failure=call3 | call3", "callNs= failure=call2 | call2",
          "engine=fake | it did not report its calls", "callNs=1,2,three | it did not report its calls",
          "callNs=1,2,3,4,5 | it did not report its calls",})
  void shouldCountNoCallsThatAreNotAllRight(String report, String reason) throws IOException {
    WarmLaunch launch = coldToWarm(report.split("[ =]", -1));
    assertThat(launch.valid()).isFalse();
    assertThat(launch.reason()).isEqualTo(reason);
    assertThat(launch.callNs()).isNull();
    assertThat(launch.firstResponseNs()).isNull();
  }

  @Test
  void shouldKeepReadingsOfALaunchThatEndedEarly() throws IOException {
    MemoryLaunch launch = memory("instances", "1,2", "instancesStatus", rss(100, 200), "failure", "instance3", "status",
        "VmHWM: 300 kB\nVmRSS: 250 kB\n");
    assertThat(launch.valid()).isTrue();
    assertThat(launch.reason()).isEqualTo("instance3");
    assertThat(launch.instances()).containsExactly(1, 2);
    assertThat(launch.rssBytes()).containsExactly(100 * 1024, 200 * 1024);
    assertThat(launch.peakRssBytes()).isEqualTo(300 * 1024);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|',
      value = {"1 | 100 | instance2 | instance2", "'' | '' | untold | untold",
          "1,2 | 100 | '' | it did not report its memory", "1,9999999999 | 100 200 | '' | it did not report its memory",
          "'' | '' | '' | it did not report its memory"})
  void shouldCountNoMemoryOfTooFewReadings(String instances, String kib, String failure, String reason)
      throws IOException {
    String status = rss(Arrays.stream(kib.split(" ")).filter(k -> !k.isEmpty()).mapToInt(Integer::parseInt).toArray());
    List<String> report = new ArrayList<>(List.of("instances", instances, "instancesStatus", status));
    report.addAll(failure.isEmpty() ? List.of() : List.of("failure", failure));
    MemoryLaunch launch = memory(report.toArray(String[]::new));
    assertThat(launch.valid()).isFalse();
    assertThat(launch.reason()).isEqualTo(reason);
    assertThat(launch.instances()).isNull();
  }

  @Test
  void shouldTakeTheInstancesAsReported() throws IOException {
    InstanceLaunch launch = instances("instanceNs", "9,5,3,4");
    assertThat(launch.reason()).isNull();
    assertThat(launch.secondNs()).isEqualTo(9);
    assertThat(launch.laterNs()).isEqualTo(3.5);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|',
      value = {"instanceNs=9,5 failure=instance4 | instance4", "engine=fake | it did not report its instances",
          "instanceNs=9,5,3 | it did not report its instances", "instanceNs=1,2,3,x | it did not report its instances"})
  void shouldCountNoInstancesThatAreNotAllRight(String report, String reason) throws IOException {
    InstanceLaunch launch = instances(report.split("[ =]", -1));
    assertThat(launch.valid()).isFalse();
    assertThat(launch.reason()).isEqualTo(reason);
    assertThat(launch.instanceNs()).isNull();
  }

  /** Each child waits until all are running, so a sequential burst would never end. */
  @Test
  void shouldRunABurstSideBySide() throws IOException {
    script("touch " + folder + "/up-$$\nwhile [ $(ls " + folder + " | grep -c up-) -lt 3 ]; do sleep 0.01; done\n"
        + respond());
    List<BurstLaunch> launches = burst(3);
    assertThat(launches).extracting(BurstLaunch::reason).containsOnlyNulls();
    assertThat(launches).extracting(BurstLaunch::index).containsExactly(0, 1, 2);
    assertThat(launches)
        .allMatch(launch -> launch.starts() == 3 && launch.lateNs() >= 0 && launch.responseNs() > launch.lateNs());
  }

  @Test
  void shouldKeepTheOthersOfABurstOfWhichOneFails() throws IOException {
    script("mkdir " + folder + "/first 2>&- && exit 42\n" + respond());
    List<BurstLaunch> launches = burst(2);
    assertThat(launches).filteredOn(BurstLaunch::valid).hasSize(1);
    assertThat(launches).filteredOn(launch -> !launch.valid()).singleElement().satisfies(launch -> {
      assertThat(launch.reason()).startsWith("exit code 42");
      assertThat(launch.lateNs()).isNull();
      assertThat(launch.responseNs()).isNull();
    });
  }

  @Test
  void shouldSayThatABurstCouldNotBeStarted() throws IOException {
    assertThat(burst(2)).hasSize(2)
        .allSatisfy(launch -> assertThat(launch.reason())
            .startsWith("could not be started: java.io.IOException: Cannot run program"));
  }

  private WarmLaunch coldToWarm(String... report) throws IOException {
    script(respond(report));
    return (WarmLaunch) make(Scenario.COLD_TO_WARM,
        new Manifest.Scenario("cold-to-warm", 1, 5, 1_000, null, null, null), 1).get(0);
  }

  private InstanceLaunch instances(String... report) throws IOException {
    script(respond(report));
    return (InstanceLaunch) make(Scenario.SECOND_INSTANCE,
        new Manifest.Scenario("second-instance", 1, null, null, 5, null, null), 1).get(0);
  }

  private MemoryLaunch memory(String... report) throws IOException {
    script(respond(report));
    return (MemoryLaunch) make(Scenario.MEMORY, new Manifest.Scenario("memory", 1, null, null, 8, null, null), 1)
        .get(0);
  }

  private List<BurstLaunch> burst(int starts) throws IOException {
    Manifest.Scenario size = new Manifest.Scenario("burst", 1, null, null, null, starts, null);
    return make(Scenario.BURST, size, starts).stream().map(BurstLaunch.class::cast).toList();
  }

  private List<? extends LaunchLine> make(Scenario scenario, Manifest.Scenario size, int starts) throws IOException {
    return scenarios.launch(new Step(scenario, size, arm, starts), new Slot(3, 2, false, null)).lines();
  }

  /**
   * Prints a response and a report with valid timestamps. A child learns the time of its spawn only through a known
   * delay in thousandths. It sleeps until after its timestamps, so that they are between its spawn and its response.
   */
  private static String respond(String... sections) {
    List<String> all =
        new ArrayList<>(List.of("stampsNs", "$n,$n,$n,$n,$n,$n", "classPath", "", "javaHome", "${0%/bin/java}"));
    all.addAll(List.of(sections));
    return "while [ \"$1\" != busy-permille ]; do shift; done; n=$(($3 + 40000000)); sleep 0.05\necho '" + RESPONSE
        + "'\n" + FakeReport.script(all.toArray(String[]::new));
  }

  private static String rss(int... kib) {
    return Arrays.stream(kib).mapToObj(size -> "VmRSS: " + size + " kB\n").collect(Collectors.joining());
  }

  private void script(String text) throws IOException {
    Path java = Files.writeString(folder.resolve("jdk/bin/java"), "#!/bin/sh\n" + text);
    assertThat(java.toFile().setExecutable(true)).isTrue();
  }
}
