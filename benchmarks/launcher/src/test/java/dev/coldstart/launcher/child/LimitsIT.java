package dev.coldstart.launcher.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.fixtures.GivenImports;
import dev.coldstart.fixtures.NewFixture;
import dev.coldstart.fixtures.Twin;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.child.CheckedChildren.Answer;
import dev.coldstart.launcher.machine.ProcessLimits;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.prepare.Artifacts;
import dev.coldstart.launcher.scenario.ProcessLauncher;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Modules that exceed a limit, in a real child of each runtime. */
class LimitsIT {

  /** Within this time most children are still in their boot. It ends them there just as well. */
  private static final Duration SHORT = Duration.ofSeconds(1);

  /** Only ends a test in which nothing else ends the child. */
  private static final Duration AMPLE = Duration.ofMinutes(2);

  /** Above what a child takes whose module does nothing. */
  private static final long MEMORY_BYTES = 700L << 20;

  private static final long DISK_BYTES = 1 << 20;

  @TempDir
  private Path work;
  private final Catalog catalog = Catalog.of(Checkout.find());
  private Artifacts artifacts;

  @BeforeEach
  void prepareNothing() {
    artifacts = new Artifacts(work, work);
  }

  @TestFactory
  Stream<DynamicTest> shouldEndAtTheTimeLimit() throws IOException {
    return oneOfEach("limits", "spin()").map(arm -> test(arm, ProcessLimits.of(SHORT), "still running after 1 s"));
  }

  @TestFactory
  @EnabledOnOs(OS.LINUX)
  Stream<DynamicTest> shouldEndAtTheMemoryLimit() throws IOException {
    return oneOfEach("limits", "grow()")
        .map(arm -> test(arm, new ProcessLimits(AMPLE, MEMORY_BYTES), "had more than 700 MiB of memory"));
  }

  @TestFactory
  Stream<DynamicTest> shouldEndWhenItPrintsWithoutEnd() throws IOException {
    return oneOfEach("print", "command").map(arm -> test(arm, ProcessLimits.of(AMPLE), "endless output"));
  }

  /** Where an engine extracts its native library. A module cannot write there unless it is given the folder. */
  @TestFactory
  Stream<DynamicTest> shouldEndAtTheLimitOfItsTemporaryFolder() throws IOException {
    ProcessLimits limits = new ProcessLimits(AMPLE, ProcessLimits.DEFAULT_MEMORY_BYTES, DISK_BYTES);
    return oneOfEach("limits", "spin()").filter(arm -> Boolean.TRUE.equals(arm.configuration().requires().nativeCode()))
        .filter(arm -> arm.configuration().preparation().isEmpty())
        .map(arm -> test(arm, limits, "had more than 1 MiB in its temporary folder"));
  }

  private DynamicTest test(PlannedArm arm, ProcessLimits limits, String reason) {
    return dynamicTest(arm.configuration().id(), () -> {
      artifacts.make(arm, 1);
      assertThat(artifacts.failure(arm)).isNull();
      try (ProcessLauncher launcher = new ProcessLauncher(artifacts, work, limits)) {
        Answer answer = launcher.answer(arm);
        assertThat(answer.failure()).contains(reason);
        assertThat(answer.atLimit()).isTrue();
        assertThat(launcher.leftBehind()).isEmpty();
      }
    });
  }

  /** A configuration of each runtime, without a preparation where there is one. */
  private Stream<PlannedArm> oneOfEach(String module, String entry) throws IOException {
    Fixture fixture = fixture(module, entry);
    Map<String, PlannedArm> arms = new LinkedHashMap<>();
    for (boolean prepared : new boolean[] {false, true}) {
      catalog.configurations()
          .stream()
          .filter(one -> !one.baseline() && one.isFor(fixture) && one.preparation().isPresent() == prepared)
          .filter(one -> one.cannotRunOn(catalog.jdks().newest()).isEmpty())
          .forEach(one -> arms.putIfAbsent(one.runtime(), arm(one, fixture)));
    }
    assertThat(arms).hasSizeGreaterThan(2);
    return arms.values().stream();
  }

  private PlannedArm arm(Configuration configuration, Fixture fixture) {
    return new PlannedArm(configuration, catalog.profile("default"), catalog.jdks().newest(), fixture);
  }

  private Fixture fixture(String module, String entry) throws IOException {
    Path fixtures = Files.createDirectories(work.resolve("fixtures"));
    try (InputStream in = LimitsIT.class.getResourceAsStream(module + ".wasm")) {
      new NewFixture(module + ".wasm", in.readAllBytes(), entry, new byte[0], null, GivenImports.PLAIN, Twin.NONE)
          .writeTo(fixtures, module);
    }
    return Fixture.allIn(fixtures).get(0);
  }
}
