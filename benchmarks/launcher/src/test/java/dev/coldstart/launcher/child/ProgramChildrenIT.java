package dev.coldstart.launcher.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.coldstart.fixtures.Fixture.Event;
import dev.coldstart.fixtures.Fixture;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Profile;
import dev.coldstart.launcher.machine.ProcessLimits;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.prepare.Artifacts;
import dev.coldstart.launcher.scenario.LaunchDriver.Made;
import dev.coldstart.launcher.scenario.LaunchDriver.Slot;
import dev.coldstart.launcher.scenario.LaunchDriver.Step;
import dev.coldstart.launcher.scenario.ProcessLauncher;
import dev.coldstart.launcher.scenario.Scenario;
import dev.coldstart.record.Counter;
import dev.coldstart.record.Launch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real children that are not JVMs. They must satisfy the runtimes' contract, whose tests only adapters in a JVM
 * inherit.
 */
class ProgramChildrenIT {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final byte[] EMPTY_MODULE = {0, 'a', 's', 'm', 1, 0, 0, 0};

  /** The modules with which the adapters in a JVM are tested. */
  private static final String MODULES = "benchmarks/spi/src/test/resources/dev/coldstart/spi/modules";

  @TempDir
  private Path work;
  private final Checkout home = Checkout.find();
  private final Catalog catalog = Catalog.of(home);

  private interface Check {
    void of(Configuration configuration) throws IOException;
  }

  @TestFactory
  Stream<DynamicTest> shouldRespondCorrectlyToTheColdEvent() {
    return tests("answers", configuration -> {
      for (Fixture fixture : fixtures(configuration)) {
        Made launched = launch(arm(configuration, fixture), 0);
        Launch launch = launched.launch();
        assertThat(launch.reason()).as(fixture.id()).isNull();
        assertThat(launched.engine()).isNotBlank();
        assertThat(launch.phasesNs().sumNs()).isEqualTo(launch.firstResponseNs());
        assertThat(launch.counters().get(Counter.PEAK_RSS)).isPositive();
        assertThat(launch.counters().get(Counter.CPU)).isPositive();
        assertThat(launch).extracting(Counter.CLASSES_LOADED, Counter.CLASSES_FROM_ARCHIVE, Counter.JIT, Counter.GC)
            .containsOnlyNulls();
      }
    });
  }

  @TestFactory
  Stream<DynamicTest> shouldRespondCorrectlyToEveryEvent() {
    return tests("answers all", configuration -> {
      for (Fixture fixture : fixtures(configuration)) {
        for (Event event : fixture.events()) {
          assertThat(reason(configuration, with(fixture, fixture.module(), event)))
              .as(fixture.id() + " " + event.name())
              .isEmpty();
        }
      }
    });
  }

  @TestFactory
  Stream<DynamicTest> shouldRejectAnotherResponse() {
    return tests("is refused", configuration -> {
      Fixture fixture = fixtures(configuration).get(0);
      Path other = Files.writeString(work.resolve("other.json"), "{\"statusCode\":500}");
      Event event = new Event("other", fixture.coldEvent().eventFile(), other);
      assertThat(reason(configuration, with(fixture, fixture.module(), event)).orElseThrow())
          .startsWith("wrong response: ");
    });
  }

  /** Only those that run any module: a handler written for one fixture has none. */
  @TestFactory
  Stream<DynamicTest> shouldFailWhereTheModuleIsWrong() {
    return tests("fails", configuration -> configuration.fixtures().isEmpty(), configuration -> {
      assertFails(configuration, module("trap"), "phase firstInvoke: ");
      assertFails(configuration, module("event-outside-memory"), "phase firstInvoke: ", "lies outside the memory");
      assertFails(configuration, module("response-outside-memory"), "phase firstInvoke: ", "lies outside the memory");
      assertFails(configuration, module("response-of-4-gib"), "phase firstInvoke: ", "lies outside the memory");
      assertFails(configuration, module("trap-at-start"), "phase instantiate: ");
      assertFails(configuration, EMPTY_MODULE, "phase instantiate: ", "lacks one of the exports");
      assertFails(configuration, "(module)".getBytes(StandardCharsets.US_ASCII), "phase compile: ");
    });
  }

  @TestFactory
  Stream<DynamicTest> shouldNeitherMakeNorWantACache() {
    return tests("has no cache", configuration -> {
      Profile cached = catalog.profiles().stream().filter(p -> p.cache().isPresent()).findFirst().orElseThrow();
      PlannedArm arm = new PlannedArm(configuration, cached, catalog.jdks().newest(), fixtures(configuration).get(0));
      Artifacts artifacts = new Artifacts(work, work.resolve("caches"));
      artifacts.make(arm, 1);
      assertThat(artifacts.cost(arm)).isNull();
      assertThat(work.resolve("caches")).doesNotExist();
      assertThat(launch(arm, 1).launch().reason()).isNull();
    });
  }

  private List<Fixture> fixtures(Configuration configuration) {
    return catalog.fixtures().stream().filter(configuration::isFor).toList();
  }

  private Stream<DynamicTest> tests(String name, Check check) {
    return tests(name, configuration -> true, check);
  }

  private Stream<DynamicTest> tests(String name, Predicate<Configuration> which, Check check) {
    return catalog.configurations()
        .stream()
        .filter(configuration -> configuration.program().isPresent())
        .filter(which)
        .map(configuration -> dynamicTest(configuration.id() + " " + name, () -> {
          Optional<String> cannotRun = configuration.cannotRunOn(catalog.jdks().newest());
          assumeTrue(cannotRun.isEmpty(), () -> configuration.id() + " " + cannotRun.orElse(""));
          check.of(configuration);
        }));
  }

  private void assertFails(Configuration configuration, byte[] module, String... reasons) throws IOException {
    Path file = Files.write(work.resolve("module.wasm"), module);
    Fixture fixture = fixtures(configuration).get(0);
    String reason = reason(configuration, with(fixture, file, fixture.coldEvent())).orElseThrow();
    assertThat(reason).startsWith("failed in the ").contains(reasons);
  }

  private byte[] module(String name) throws IOException {
    return Files.readAllBytes(home.root().resolve(MODULES).resolve(name + ".wasm"));
  }

  private static Fixture with(Fixture f, Path module, Event event) {
    return new Fixture(f.id(), f.title(), f.standsFor(), module, f.sha256(), f.control(), f.onRequest(), f.twin(),
        f.entry(), f.imports(), List.of(event), f.series());
  }

  private Optional<String> reason(Configuration configuration, Fixture fixture) throws IOException {
    return Optional.ofNullable(launch(arm(configuration, fixture), 1).launch().reason());
  }

  private Made launch(PlannedArm arm, int block) throws IOException {
    try (ProcessLauncher launcher = new ProcessLauncher(new Artifacts(work, work), work, ProcessLimits.of(TIMEOUT))) {
      return launcher.launch(new Step(Scenario.FIRST_RESPONSE, null, arm, 1), new Slot(block, 0, false, null));
    }
  }

  private PlannedArm arm(Configuration configuration, Fixture fixture) {
    Profile profile = catalog.profiles().stream().filter(p -> p.id().equals("default")).findFirst().orElseThrow();
    return new PlannedArm(configuration, profile, catalog.jdks().newest(), fixture);
  }
}
