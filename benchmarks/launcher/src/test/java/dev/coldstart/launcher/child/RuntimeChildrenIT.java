package dev.coldstart.launcher.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.fixtures.GivenImports;
import dev.coldstart.fixtures.NewFixture;
import dev.coldstart.fixtures.Twin;
import dev.coldstart.ladder.Ladder;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Profile;
import dev.coldstart.launcher.child.CheckedChildren.Answer;
import dev.coldstart.launcher.machine.ProcessLimits;
import dev.coldstart.launcher.plan.Controls;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.prepare.Artifacts;
import dev.coldstart.launcher.scenario.LaunchDriver.Made;
import dev.coldstart.launcher.scenario.LaunchDriver.Slot;
import dev.coldstart.launcher.scenario.LaunchDriver.Step;
import dev.coldstart.launcher.scenario.ProcessLauncher;
import dev.coldstart.launcher.scenario.Scenario;
import dev.coldstart.record.Arm;
import dev.coldstart.record.Counter;
import dev.coldstart.record.Launch;
import dev.coldstart.record.PhasesNs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real children of every configuration that can run here, as staged by the build. */
class RuntimeChildrenIT {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  @TempDir
  private Path work;
  private final Checkout home = Checkout.find();
  private final Catalog catalog = Catalog.of(home);

  @Test
  void shouldFindARuntimeBesideTheBaseline() {
    assertThat(runnable()).anyMatch(Configuration::baseline).anyMatch(configuration -> !configuration.baseline());
    List<String> unbuilt = catalog.configurations()
        .stream()
        .filter(c -> c.cannotRunOn(catalog.jdks().newest()).filter(reason -> reason.contains("not built")).isPresent())
        .map(Configuration::id)
        .toList();
    assertThat(unbuilt).as("build the whole project first: mvn verify -DskipTests").isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> shouldRespondCorrectly() {
    return runnable().stream().map(configuration -> dynamicTest(configuration.id(), () -> launch(configuration)));
  }

  /** All configurations of a runtime share one class path, so one of each is enough. */
  @TestFactory
  Stream<DynamicTest> shouldHoldItsOwnJarsAndNoOthers() {
    Map<Path, Configuration> oneOfEach = new LinkedHashMap<>();
    runnable().stream()
        .filter(configuration -> configuration.program().isEmpty())
        .forEach(configuration -> oneOfEach.putIfAbsent(configuration.stage(), configuration));
    return oneOfEach.values()
        .stream()
        .map(configuration -> dynamicTest(configuration.id(), () -> assertOwnJars(configuration)));
  }

  /** One configuration of each class path: they run a command in the same way. */
  @TestFactory
  Stream<DynamicTest> shouldRunAWasiCommand() throws IOException {
    byte[] wasm;
    try (InputStream in = RuntimeChildrenIT.class.getResourceAsStream("echo.wasm")) {
      wasm = in.readAllBytes();
    }
    Path fixtures = Files.createDirectory(work.resolve("fixtures"));
    new NewFixture("echo.wasm", wasm, "command", "given\n".getBytes(StandardCharsets.UTF_8), null, GivenImports.PLAIN,
        Twin.NONE).writeTo(fixtures, "echo");
    Fixture echo = Fixture.allIn(fixtures).get(0);
    return oneOfEachFor(echo).map(configuration -> dynamicTest(configuration.id(), () -> {
      assertThat(answer(arm(configuration, echo))).isEqualTo("given\n");
    }));
  }

  /** Modules of each shape, as in the ladder of sizes. */
  @TestFactory
  Stream<DynamicTest> shouldInstantiateTheLadder() throws IOException {
    Path ladder = Files.createDirectory(work.resolve("ladder"));
    Ladder.writeTo(ladder, List.of(10));
    List<Fixture> fixtures = Fixture.allIn(ladder);
    return oneOfEachFor(fixtures.get(0)).map(configuration -> dynamicTest(configuration.id(), () -> {
      for (Fixture fixture : fixtures) {
        assertThat(answer(arm(configuration, fixture))).as(fixture.id()).isEmpty();
      }
    }));
  }

  private PlannedArm arm(Configuration configuration, Fixture fixture) {
    PlannedArm arm = arm(configuration);
    return new PlannedArm(configuration, arm.profile(), arm.jdk(), fixture);
  }

  /** One configuration of each class path that runs the fixture's module. */
  private Stream<Configuration> oneOfEachFor(Fixture fixture) {
    Map<Path, Configuration> oneOfEach = new LinkedHashMap<>();
    runnable().stream()
        .filter(configuration -> !configuration.baseline() && configuration.isFor(fixture))
        .forEach(configuration -> oneOfEach.putIfAbsent(configuration.stage(), configuration));
    return oneOfEach.values().stream();
  }

  private String answer(PlannedArm arm) throws IOException {
    Artifacts artifacts = new Artifacts(work, work);
    artifacts.make(arm, 1);
    assertThat(artifacts.failure(arm)).isNull();
    try (ProcessLauncher launcher = new ProcessLauncher(artifacts, work, ProcessLimits.of(TIMEOUT))) {
      Answer answer = launcher.answer(arm);
      assertThat(answer.failure()).isNull();
      return new String(answer.response(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void shouldFindAFixedDelayInTheFirstInvocation() throws IOException {
    Launch launch = launch(baseline(Controls.busy(Duration.ofMillis(5))));
    assertThat(launch.phasesNs().firstInvoke()).isGreaterThanOrEqualTo(Duration.ofMillis(5).toNanos());
  }

  @Test
  void shouldFindADelayInPartsInTheFirstInvocation() throws IOException {
    Launch launch = launch(baseline(Controls.busy(500)));
    PhasesNs phases = launch.phasesNs();
    // The delay is half of the time until the handler's return, which follows all phases but the last.
    assertThat(phases.firstInvoke()).isGreaterThanOrEqualTo((phases.sumNs() - phases.firstInvoke()) / 2);
  }

  @Test
  void shouldLoadTheSameClassesWithADelayAsWithout() throws IOException {
    Long plain = launch(baseline(null)).counters().get(Counter.CLASSES_LOADED);
    assertThat(launch(baseline(Controls.busy(Duration.ofMillis(5)))).counters().get(Counter.CLASSES_LOADED))
        .isEqualTo(plain);
    assertThat(launch(baseline(Controls.busy(50))).counters().get(Counter.CLASSES_LOADED)).isEqualTo(plain);
  }

  private PlannedArm baseline(Arm.Control control) {
    PlannedArm arm = arm(runnable().stream().filter(Configuration::baseline).findFirst().orElseThrow());
    return new PlannedArm(arm.configuration(), arm.profile(), arm.jdk(), arm.fixture(), control, null);
  }

  private Launch launch(PlannedArm arm) throws IOException {
    try (ProcessLauncher launcher = new ProcessLauncher(new Artifacts(work, work), work, ProcessLimits.of(TIMEOUT))) {
      Launch launch =
          launcher.launch(new Step(Scenario.FIRST_RESPONSE, null, arm, 1), new Slot(1, 0, false, null)).launch();
      assertThat(launch.reason()).isNull();
      assertThat(launcher.leftBehind()).isEmpty();
      return launch;
    }
  }

  private void launch(Configuration configuration) throws IOException {
    Artifacts artifacts = new Artifacts(work, work);
    PlannedArm arm = arm(configuration);
    artifacts.make(arm, 1);
    assertThat(artifacts.failure(arm)).isNull();
    try (ProcessLauncher launcher = new ProcessLauncher(artifacts, work, ProcessLimits.of(TIMEOUT))) {
      Made launched = launcher.launch(new Step(Scenario.FIRST_RESPONSE, null, arm, 1), new Slot(0, 0, false, null));
      Launch launch = launched.launch();
      assertThat(launch.reason()).as(configuration.id()).isNull();
      assertThat(launch.valid()).isTrue();
      assertThat(launched.engine()).isNotBlank();
      assertThat(launch.phasesNs().sumNs()).isEqualTo(launch.firstResponseNs());
      assertThat(launch.firstResponseNs()).isBetween(1L, launch.wallNs());
      if (OS.LINUX.isCurrentOs() && configuration.program().isEmpty()) {
        // An engine counts only what it can.
        assertThat(launch.counters().values()).containsKeys(
            Stream.of(Counter.values()).filter(one -> !one.section().equals("engineCounts")).toArray(Counter[]::new));
      }
      for (String phase : PhasesNs.NAMES) {
        Long tookNs = launch.phasesNs().inOrder().get(PhasesNs.NAMES.indexOf(phase));
        assertThat(tookNs == null).as(phase + " is fused").isEqualTo(configuration.fused().containsKey(phase));
      }
    }
  }

  /** Checks the class path passed to a child. Every launch checks that the child reports the same one. */
  private void assertOwnJars(Configuration configuration) {
    List<Path> jars = arm(configuration).configuration().classPath();
    assertThat(jars).as(configuration.id())
        .allSatisfy(jar -> assertThat(jar).isRegularFile().startsWith(configuration.stage()));
    Path directory = configuration.stage().getParent().getParent();
    assertThat(jars).extracting(jar -> jar.getFileName().toString())
        .filteredOn(jar -> jar.startsWith("coldstart-"))
        .allMatch(jar -> jar.startsWith("coldstart-spi-")
            || jar.startsWith("coldstart-runtime-" + directory.getFileName() + "-"))
        .hasSize(2);
  }

  private List<Configuration> runnable() {
    return catalog.configurations()
        .stream()
        .filter(configuration -> configuration.twin() != Twin.Kind.JAR)
        .filter(configuration -> configuration.cannotRunOn(catalog.jdks().newest()).isEmpty())
        .toList();
  }

  private PlannedArm arm(Configuration configuration) {
    Fixture hello =
        catalog.fixtures().stream().filter(fixture -> fixture.id().equals("hello")).findFirst().orElseThrow();
    Profile profile = catalog.profiles().stream().filter(p -> p.id().equals("default")).findFirst().orElseThrow();
    return new PlannedArm(configuration, profile, catalog.jdks().newest(), hello);
  }
}
