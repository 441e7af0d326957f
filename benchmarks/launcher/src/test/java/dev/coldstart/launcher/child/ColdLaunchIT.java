package dev.coldstart.launcher.child;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Profile;
import dev.coldstart.launcher.machine.PageCache;
import dev.coldstart.launcher.machine.ProcessLimits;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.prepare.Artifacts;
import dev.coldstart.launcher.prepare.ChildCommand;
import dev.coldstart.launcher.scenario.LaunchDriver.Slot;
import dev.coldstart.launcher.scenario.LaunchDriver.Step;
import dev.coldstart.launcher.scenario.ProcessLauncher;
import dev.coldstart.launcher.scenario.Scenario;
import dev.coldstart.record.Counter;
import dev.coldstart.record.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real launches that find nothing of their files in the page cache. */
@EnabledOnOs(OS.LINUX)
class ColdLaunchIT {

  @TempDir
  private Path folder;
  private final Catalog catalog = Catalog.of(Checkout.find());
  private Artifacts artifacts;

  @BeforeEach
  void open() {
    artifacts = new Artifacts(folder, folder.resolve("caches"), ProcessLimits.DEFAULT_MEMORY_BYTES, PageCache.COLD);
  }

  @Test
  void shouldReadItsFilesFromTheDiskInEveryLaunch() throws IOException {
    PlannedArm arm = arm(Configuration::baseline, catalog.profile("default"));
    artifacts.make(arm, 1);
    assertThat(artifacts.failure(arm)).isNull();
    // What the user has not asked for is not shown as work ahead of time.
    assertThat(artifacts.cost(arm)).isNull();
    ChildCommand command = artifacts.command(arm, 0, folder);
    assertThat(command.jvm()).startsWith(folder.toRealPath());
    assertThat(command.files()).contains(command.jvm().resolve("lib/modules"), arm.fixture().module())
        .containsAll(command.jars());
    try (ProcessLauncher launcher = new ProcessLauncher(artifacts, folder, ProcessLimits.of(Duration.ofSeconds(60)))) {
      for (int block = 1; block <= 2; block++) {
        Launch launch =
            launcher.launch(new Step(Scenario.FIRST_RESPONSE, null, arm, 1), new Slot(block, 0, false, null)).launch();
        assertThat(launch.reason()).isNull();
        assertThat(launch.counters().get(Counter.MAJOR_FAULTS)).isPositive();
      }
    }
  }

  @Test
  void shouldStartFromACacheThatWasMadeForTheCopy() throws IOException {
    PlannedArm arm = arm(Configuration::baseline,
        catalog.profiles().stream().filter(one -> one.cache().isPresent()).findFirst().get());
    artifacts.make(arm, 1);
    assertThat(artifacts.failure(arm)).isNull();
    try (ProcessLauncher launcher = new ProcessLauncher(artifacts, folder, ProcessLimits.of(Duration.ofSeconds(60)))) {
      assertThat(launcher.launch(new Step(Scenario.FIRST_RESPONSE, null, arm, 1), new Slot(1, 0, false, null))
          .launch()
          .reason()).isNull();
    }
  }

  @Test
  void shouldNotLaunchAProgramThatSharesItsFiles() {
    PlannedArm arm = arm(one -> one.program().isPresent(), catalog.profile("default"));
    artifacts.make(arm, 1);
    assertThat(artifacts.failure(arm)).startsWith("cannot be launched with a cold page cache: ");
  }

  private PlannedArm arm(Predicate<Configuration> which, Profile profile) {
    return new PlannedArm(catalog.configurations().stream().filter(which).findFirst().orElseThrow(), profile,
        catalog.jdks().newest(), catalog.fixtures().get(0));
  }
}
