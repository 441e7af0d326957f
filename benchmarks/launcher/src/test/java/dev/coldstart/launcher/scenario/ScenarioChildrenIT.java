package dev.coldstart.launcher.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.fixtures.Twin;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.catalog.Profile;
import dev.coldstart.launcher.machine.ProcessLimits;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.prepare.Artifacts;
import dev.coldstart.launcher.scenario.LaunchDriver.Slot;
import dev.coldstart.launcher.scenario.LaunchDriver.Step;
import dev.coldstart.record.ApiLaunch;
import dev.coldstart.record.BurstLaunch;
import dev.coldstart.record.ClientLaunch;
import dev.coldstart.record.InstanceLaunch;
import dev.coldstart.record.LaunchLine;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.MemoryLaunch;
import dev.coldstart.record.SizedLaunch;
import dev.coldstart.record.WarmLaunch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.junit.jupiter.api.io.TempDir;

/** Real children that continue after their response, and real bursts, as staged by the build. */
class ScenarioChildrenIT {

  private static final int CALLS = 20;
  private static final int INSTANCES = 4;

  /** Long enough for each call to be made, however slow the machine is. */
  private static final int CALLS_MS = 30_000;

  @TempDir
  private Path work;
  private final Catalog catalog = Catalog.of(Checkout.find());
  private Artifacts artifacts;
  private ProcessLauncher scenarios;

  @BeforeEach
  void makeScenarios() {
    artifacts = new Artifacts(work, work);
    scenarios = new ProcessLauncher(artifacts, work, ProcessLimits.of(Duration.ofSeconds(60)));
  }

  @AfterEach
  void assertNothingIsLeftBehind() {
    assertThat(scenarios.leftBehind()).isEmpty();
    scenarios.close();
    assertThat(work).isDirectoryNotContaining("glob:**launch-*");
  }

  /** Checks in real JVMs that an instance answers more than once. The contract tests check this for every adapter. */
  @TestFactory
  Stream<DynamicTest> shouldAnswerAgain() {
    return ofEachRuntime(this::assertGetsWarm);
  }

  @TestFactory
  Stream<DynamicTest> shouldHoldInstances() {
    return ofEachRuntime(this::assertHoldsInstances);
  }

  @TestFactory
  Stream<DynamicTest> shouldMakeFurtherInstances() {
    return ofEachRuntime(this::assertMakesFurtherInstances);
  }

  @TestFactory
  Stream<DynamicTest> shouldAnswerARuntimeApi() {
    return ofEachRuntime(this::assertAnswersARuntimeApi);
  }

  /** With the platform's real client, whose native library is for Linux. */
  @TestFactory
  @EnabledOnOs(OS.LINUX)
  Stream<DynamicTest> shouldAnswerTheClientOfARuntimeApi() {
    return ofEachRuntime(this::assertAnswersTheClient);
  }

  /** A start with a fourteenth of a processor takes several times as long as one with a whole processor. */
  @Test
  void shouldTakeLongerWithTheShareOfASmallerSize() throws IOException {
    assumeTrue(ScenarioPlan.cannotRun("lambda-size").isEmpty(), "needs a control group for processor time");
    Configuration baseline = runnable().filter(Configuration::baseline).findFirst().orElseThrow();
    SizedLaunch launch = (SizedLaunch) make(Scenario.LAMBDA_SIZE,
        new Manifest.Scenario("lambda-size", 1, null, null, null, null, null), arm(baseline), 1).get(0);
    assertThat(launch.reason()).isNull();
    assertThat(launch.problem()).isNull();
    assertThat(launch.memoryMb()).containsExactly(SizedLaunch.sizes());
    long[] took = launch.responseNs();
    assertThat(took[0]).isGreaterThan(2 * took[took.length - 1]);
  }

  /** Tests one configuration for each class path. */
  private Stream<DynamicTest> ofEachRuntime(ThrowingConsumer<Configuration> test) {
    Map<Path, Configuration> oneOfEach = new LinkedHashMap<>();
    runnable().forEach(configuration -> oneOfEach.putIfAbsent(configuration.stage(), configuration));
    return DynamicTest.stream(oneOfEach.values().stream(), Configuration::id, test);
  }

  private void assertGetsWarm(Configuration configuration) throws IOException {
    WarmLaunch launch = (WarmLaunch) make(Scenario.COLD_TO_WARM,
        new Manifest.Scenario("cold-to-warm", 1, CALLS, CALLS_MS, null, null, null), arm(configuration), 1).get(0);
    assertThat(launch.reason()).as(configuration.id()).isNull();
    assertThat(launch.valid()).isTrue();
    assertThat(launch.callNs()).hasSize(CALLS - 1).doesNotContain(0);
    assertThat(launch.firstResponseNs()).isGreaterThan(Arrays.stream(launch.callNs()).min().orElseThrow());
    assertThat(launch.arm()).startsWith(configuration.id());
    assertThat(List.of(launch.block(), launch.position())).containsExactly(3, 2);
  }

  private void assertMakesFurtherInstances(Configuration configuration) throws IOException {
    InstanceLaunch launch = (InstanceLaunch) make(Scenario.SECOND_INSTANCE,
        new Manifest.Scenario("second-instance", 1, null, null, INSTANCES, null, null), arm(configuration), 1).get(0);
    assertThat(launch.reason()).as(configuration.id()).isNull();
    assertThat(launch.valid()).isTrue();
    assertThat(launch.instanceNs()).hasSize(INSTANCES - 1).doesNotContain(0);
  }

  private void assertAnswersARuntimeApi(Configuration configuration) throws IOException {
    ApiLaunch launch = (ApiLaunch) make(Scenario.RUNTIME_API,
        new Manifest.Scenario("runtime-api", 1, ApiLaunch.EVENTS, null, null, null, null), arm(configuration), 1)
        .get(0);
    assertThat(launch.reason()).as(configuration.id()).isNull();
    assertThat(launch.problem()).isNull();
  }

  private void assertAnswersTheClient(Configuration configuration) throws IOException {
    Manifest.Scenario scenario =
        new Manifest.Scenario("runtime-api-client", 1, ApiLaunch.EVENTS, null, null, null, null);
    ClientLaunch launch = (ClientLaunch) ClientLibraryLock
        .alone(() -> make(Scenario.RUNTIME_API_CLIENT, scenario, arm(configuration), 1).get(0));
    assertThat(launch.reason()).as(configuration.id()).isNull();
    assertThat(launch.problem()).isNull();
  }

  private void assertHoldsInstances(Configuration configuration) throws IOException {
    MemoryLaunch launch = (MemoryLaunch) make(Scenario.MEMORY,
        new Manifest.Scenario("memory", 1, null, null, INSTANCES, null, null), arm(configuration), 1).get(0);
    if (OS.current() == OS.LINUX) {
      assertThat(launch.reason()).as(configuration.id()).isNull();
      assertThat(launch.valid()).isTrue();
      assertThat(launch.instances()).containsExactly(1, 2, 4);
      assertThat(launch.rssBytes()).hasSize(3);
      assertThat(launch.peakRssBytes()).isGreaterThanOrEqualTo(launch.rssBytes()[2]);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldStartABurstAtOneInstant() throws IOException {
    Manifest.Scenario size = new Manifest.Scenario("burst", 1, null, null, null, 2, null);
    List<BurstLaunch> launches =
        make(Scenario.BURST, size, arm(baseline()), 2).stream().map(BurstLaunch.class::cast).toList();
    assertThat(launches).extracting(BurstLaunch::reason).containsOnlyNulls();
    assertThat(launches).extracting(BurstLaunch::index).containsExactly(0, 1);
    assertThat(launches).allSatisfy(launch -> {
      assertThat(launch.starts()).isEqualTo(2);
      assertThat(launch.lateNs()).isNotNegative();
      assertThat(launch.responseNs()).isGreaterThan(launch.lateNs());
    });
  }

  private List<? extends LaunchLine> make(Scenario scenario, Manifest.Scenario size, PlannedArm arm, int starts)
      throws IOException {
    return scenarios.launch(new Step(scenario, size, arm, starts), new Slot(3, 2, false, null)).lines();
  }

  /** The platform's real client on every installed JDK that can run the baseline. */
  @TestFactory
  @EnabledOnOs(OS.LINUX)
  Stream<DynamicTest> shouldAnswerTheClientOnEachJdk() {
    return DynamicTest.stream(catalog.jdks().all().stream().filter(jdk -> baseline().cannotRunOn(jdk).isEmpty()),
        Jdk::id, jdk -> {
          PlannedArm newest = arm(baseline());
          PlannedArm arm = new PlannedArm(newest.configuration(), newest.profile(), jdk, newest.fixture());
          ClientLaunch launch = (ClientLaunch) make(Scenario.RUNTIME_API_CLIENT,
              new Manifest.Scenario("runtime-api-client", 1, ApiLaunch.EVENTS, null, null, null, null), arm, 1).get(0);
          assertThat(launch.reason()).isNull();
        });
  }

  /** Node.js takes its events from the API too. */
  @TestFactory
  Stream<DynamicTest> shouldAnswerARuntimeApiWithoutAJvm() {
    Stream<Configuration> programs = catalog.configurations()
        .stream()
        .filter(c -> c.program().isPresent() && c.cannotRunOn(catalog.jdks().newest()).isEmpty());
    return DynamicTest.stream(programs, Configuration::id, this::assertAnswersARuntimeApi);
  }

  private PlannedArm arm(Configuration configuration) {
    Fixture hello =
        catalog.fixtures().stream().filter(fixture -> fixture.id().equals("hello")).findFirst().orElseThrow();
    Profile profile = catalog.profiles().stream().filter(p -> p.id().equals("default")).findFirst().orElseThrow();
    PlannedArm arm = new PlannedArm(configuration, profile, catalog.jdks().newest(), hello);
    artifacts.make(arm, 1);
    assertThat(artifacts.failure(arm)).isNull();
    return arm;
  }

  private Configuration baseline() {
    return runnable().filter(Configuration::baseline).findFirst().orElseThrow();
  }

  private Stream<Configuration> runnable() {
    return catalog.configurations()
        .stream()
        .filter(c -> c.program().isEmpty() && c.twin() != Twin.Kind.JAR)
        .filter(c -> c.cannotRunOn(catalog.jdks().newest()).isEmpty());
  }
}
