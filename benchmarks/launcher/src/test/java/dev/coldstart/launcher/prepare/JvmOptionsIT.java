package dev.coldstart.launcher.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.catalog.JvmArgs;
import dev.coldstart.launcher.catalog.Profile;
import dev.coldstart.launcher.machine.ProcessLimits;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.plan.Selection;
import dev.coldstart.launcher.scenario.LaunchDriver.Slot;
import dev.coldstart.launcher.scenario.LaunchDriver.Step;
import dev.coldstart.launcher.scenario.ProcessLauncher;
import dev.coldstart.launcher.scenario.Scenario;
import dev.coldstart.record.Counter;
import dev.coldstart.record.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * For every JVM option, on every JDK of this machine that supports it, the baseline answers and its counters can be
 * read.
 */
class JvmOptionsIT {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  @TempDir
  private static Path folder;
  private final Catalog catalog = Catalog.of(Checkout.find());
  private final Profile profile = catalog.profile(Selection.DEFAULT_PROFILE);

  @TestFactory
  Stream<DynamicTest> shouldLetTheBaselineAnswer() {
    return catalog.jdks()
        .all()
        .stream()
        .flatMap(jdk -> catalog.jvmOptions()
            .stream()
            .filter(option -> profile.takes(option, jdk))
            .map(option -> dynamicTest(option.id() + " on " + jdk.id(), () -> {
              Launch launch = launch(arm(baseline(), catalog.profile(profile, option), jdk));
              assertThat(launch.reason()).isNull();
              // One of the counters that a JVM option must not disable.
              assertThat(launch.counters().get(Counter.CLASSES_LOADED)).isNotNull();
            })));
  }

  /** A start that is faster because it checks less is not a recommendation. */
  @TestFactory
  Stream<DynamicTest> shouldSwitchNoCheckOff() {
    return catalog.jvmOptions()
        .stream()
        .map(option -> dynamicTest(option.id(),
            () -> assertThat(option.jvmArgs().since().values()).allSatisfy(args -> assertThat(args)
                .noneMatch(arg -> arg.matches("(?i).*(verif|agent|perfdata|ignoreunrecognized).*")))));
  }

  /**
   * An image contains the modules that jdeps finds for a class path, but jdeps does not see those that are needed only
   * by reflection or as services. So one configuration of each runtime runs in a JVM that is limited to its image's
   * modules. The baseline shows, on every JDK, that images can be linked and started.
   */
  @TestFactory
  Stream<DynamicTest> shouldLetEveryOtherRuntimeAnswerWithTheModulesOfItsImage() {
    Jdk jdk = catalog.jdks().newest();
    assumeThat(jdk.tool("jdeps")).isExecutable();
    return oneOfEachOtherRuntime(jdk).map(configuration -> dynamicTest(configuration.id(), () -> {
      JvmArgs limit =
          JvmArgs.of(Map.of(jdk.feature(), List.of("--limit-modules", modules(arm(configuration, profile, jdk)))));
      Profile limited = new Profile(profile.id(), profile.label(), limit, profile.requires(), profile.cache(),
          profile.settles(), profile.jlink());
      assertThat(launch(arm(configuration, limited, jdk)).reason()).isNull();
    }));
  }

  private static String modules(PlannedArm arm) throws IOException {
    Path log = Files.createTempFile(folder, "jdeps-", ".log");
    List<String> jdeps = new ArrayList<>(JvmArtifacts.jdeps(arm));
    // With C2, jdeps uses twice the processor time.
    jdeps.add(1, "-J-XX:TieredStopAtLevel=1");
    assertThat(Artifacts.run(jdeps, ProcessLimits.of(TIMEOUT), log).failure()).isNull();
    return Files.readString(log).strip().lines().reduce("", (before, line) -> line);
  }

  /** The image makes its cache itself, because no other JVM accepts it. */
  @TestFactory
  Stream<DynamicTest> shouldStartAnImageFromACacheOfItsOwn() {
    return catalog.jdks()
        .all()
        .stream()
        .flatMap(jdk -> catalog.profiles()
            .stream()
            .filter(cached -> cached.cache().isPresent() && cached.unmetOn(jdk).isEmpty())
            .flatMap(cached -> catalog.jvmOptions()
                .stream()
                .filter(option -> option.jlink().isPresent() && cached.takes(option, jdk))
                .map(option -> arm(baseline(), catalog.profile(cached, option), jdk))))
        .map(arm -> dynamicTest(arm.id(), () -> {
          Launch launch = launch(arm);
          assertThat(launch.reason()).isNull();
          assertThat(launch.counters().get(Counter.CLASSES_FROM_ARCHIVE))
              .isGreaterThan(launch.counters().get(Counter.CLASSES_LOADED) * 9 / 10);
        }));
  }

  private Stream<Configuration> oneOfEachOtherRuntime(Jdk jdk) {
    Map<String, Configuration> first = new LinkedHashMap<>();
    catalog.configurations()
        .stream()
        .filter(c -> !c.baseline() && c.program().isEmpty() && c.cannotRunOn(jdk).isEmpty())
        .forEach(configuration -> first.putIfAbsent(configuration.runtime(), configuration));
    return first.values().stream();
  }

  private Configuration baseline() {
    return catalog.configurations().stream().filter(Configuration::baseline).findFirst().orElseThrow();
  }

  private PlannedArm arm(Configuration configuration, Profile with, Jdk jdk) {
    Fixture control = catalog.fixtures().stream().filter(Fixture::control).findFirst().orElseThrow();
    return new PlannedArm(configuration, with, jdk, control);
  }

  private Launch launch(PlannedArm arm) throws IOException {
    Artifacts artifacts = new Artifacts(Files.createTempDirectory(folder, "work-"), folder.resolve("caches"));
    artifacts.make(arm, 1);
    assertThat(artifacts.failure(arm)).isNull();
    try (ProcessLauncher launcher = new ProcessLauncher(artifacts, folder, ProcessLimits.of(TIMEOUT))) {
      return launcher.launch(new Step(Scenario.FIRST_RESPONSE, null, arm, 1), new Slot(1, 0, false, null)).launch();
    }
  }
}
