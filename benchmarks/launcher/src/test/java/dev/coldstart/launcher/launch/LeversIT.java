package dev.coldstart.launcher.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Home;
import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.catalog.Lever;
import dev.coldstart.launcher.catalog.Profile;
import dev.coldstart.launcher.launch.LaunchDriver.Slot;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.plan.Selection;
import dev.coldstart.results.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every lever, on every JDK of this machine that it is for: the baseline answers under it, and can be looked into. */
class LeversIT {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private final Catalog catalog = Catalog.of(Home.find());
  private final Profile profile = catalog.profile(Selection.DEFAULT_PROFILE);

  @TestFactory
  Stream<DynamicTest> shouldLetTheBaselineAnswer() {
    return catalog.jdks().all().stream()
        .flatMap(jdk -> catalog.levers().stream()
            .filter(lever -> profile.takes(lever, jdk))
            .map(lever -> dynamicTest(lever.id() + " on " + jdk.id(), () -> {
              Launch launch = launch(lever, jdk);
              assertThat(launch.reason()).isNull();
              // From the counters that a lever must not switch off.
              assertThat(launch.classesLoaded()).isNotNull();
            })));
  }

  /** A start that is faster because it checks less is none to copy. */
  @TestFactory
  Stream<DynamicTest> shouldSwitchNoCheckOff() {
    return catalog.levers().stream().map(lever -> dynamicTest(lever.id(), () ->
        assertThat(lever.jvmArgs().since().values()).allSatisfy(args ->
            assertThat(args).noneMatch(arg -> arg.matches("(?i).*(verif|agent|perfdata|ignoreunrecognized).*")))));
  }

  private Launch launch(Lever lever, Jdk jdk) throws IOException {
    Configuration baseline = catalog.configurations().stream().filter(Configuration::baseline).findFirst().orElseThrow();
    Fixture control = catalog.fixtures().stream().filter(Fixture::control).findFirst().orElseThrow();
    PlannedArm arm = new PlannedArm(baseline, catalog.profile(profile, lever), jdk, control);
    try (ProcessLauncher launcher = new ProcessLauncher(new Preparations(folder, folder), folder, TIMEOUT)) {
      return launcher.launch(arm, new Slot(1, 0, false)).launch();
    }
  }
}
