package dev.coldstart.launcher.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.JvmArgs;
import dev.coldstart.launcher.catalog.Profile;
import dev.coldstart.launcher.machine.ProcessLimits;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.scenario.LaunchDriver.Slot;
import dev.coldstart.launcher.scenario.LaunchDriver.Step;
import dev.coldstart.launcher.scenario.ProcessLauncher;
import dev.coldstart.launcher.scenario.Scenario;
import dev.coldstart.record.Arm;
import dev.coldstart.record.Counter;
import dev.coldstart.record.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real caches of the baseline on the newest JDK. They are made, used, not made again, and never used when stale. */
@EnabledOnOs(OS.LINUX)
class CachesIT {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  /** A user's folder may have such a name. It appears in JVM options, and in the kernel's list of mapped files. */
  private static final String ODD = "Pr\u00fcfstand 'a b'";

  /** Shared by all tests here, so that each cache is made once. */
  @TempDir
  private static Path caches;
  @TempDir
  private Path folder;
  private final Catalog catalog = Catalog.of(Checkout.find());

  @Test
  void shouldFindProfilesWithACache() {
    assertThat(cached()).isNotEmpty();
  }

  @TestFactory
  Stream<DynamicTest> shouldStartFromTheCache() {
    return cached().stream().map(profile -> dynamicTest(profile.id(), () -> {
      PlannedArm arm = arm(baseline(), profile);
      Artifacts artifacts = prepared(arm);
      assertThat(artifacts.failure(arm)).isNull();
      assertThat(artifacts.cost(arm).bytes()).isEqualTo(Files.size(artifacts.cache(arm, 0)));
      Launch launch = launch(arm, artifacts);
      assertThat(launch.reason()).isNull();
      assertThat(launch.counters().get(Counter.CLASSES_FROM_ARCHIVE))
          .isGreaterThan(launch.counters().get(Counter.CLASSES_LOADED) * 9 / 10);
    }));
  }

  /**
   * An archive contains objects in one collector's layout, so it must be made under the collector that uses it. Each
   * kind of cache is tested with one collector, in turn.
   */
  @TestFactory
  Stream<DynamicTest> shouldStartFromTheCacheOfAProfileWithAJvmOption() {
    List<List<Profile>> ofEachCache =
        cached().stream().map(this::withCollectors).filter(profiles -> !profiles.isEmpty()).toList();
    return IntStream.range(0, ofEachCache.size())
        .mapToObj(i -> ofEachCache.get(i).get(i % ofEachCache.get(i).size()))
        .map(profile -> dynamicTest(profile.id(), () -> {
          PlannedArm arm = arm(baseline(), profile);
          Artifacts artifacts = prepared(arm);
          assertThat(artifacts.failure(arm)).isNull();
          Launch launch = launch(arm, artifacts);
          assertThat(launch.reason()).isNull();
          assertThat(launch.counters().get(Counter.CLASSES_FROM_ARCHIVE))
              .isGreaterThan(launch.counters().get(Counter.CLASSES_LOADED) * 9 / 10);
        }));
  }

  private List<Profile> withCollectors(Profile profile) {
    return catalog.jvmOptions()
        .stream()
        .filter(option -> option.group().equals("gc") && profile.takes(option, catalog.jdks().newest()))
        .map(option -> catalog.profile(profile, option))
        .toList();
  }

  /**
   * If an engine's own arguments prevent a cache, the arm does not run and has a reason; it never fails a launch. A
   * configuration with a new argument is tested with each kind of cache, any other with one kind, in turn.
   */
  @TestFactory
  Stream<DynamicTest> shouldStartEveryConfigurationFromACacheOrSayWhyNot() {
    List<Profile> cached = cached();
    List<Configuration> configurations = catalog.configurations()
        .stream()
        .filter(configuration -> !configuration.baseline() && !configuration.onRequest())
        .filter(configuration -> configuration.cannotRunOn(catalog.jdks().newest()).isEmpty())
        .toList();
    Set<String> met = new HashSet<>();
    return IntStream.range(0, configurations.size())
        .boxed()
        .flatMap(i -> met.addAll(argumentsOf(configurations.get(i)))
            ? cached.stream().map(profile -> arm(configurations.get(i), profile))
            : Stream.of(arm(configurations.get(i), cached.get(i % cached.size()))))
        .map(arm -> dynamicTest(arm.id(), () -> {
          Artifacts artifacts = prepared(arm);
          if (artifacts.failure(arm) == null) {
            assertThat(launch(arm, artifacts).reason()).isNull();
          } else {
            assertThat(artifacts.failure(arm)).startsWith("no cache was made: ").doesNotContain("no reason");
          }
        }));
  }

  /** The arguments that the JVM itself reads. */
  private List<String> argumentsOf(Configuration configuration) {
    return configuration.jvmArgs()
        .on(catalog.jdks().newest())
        .stream()
        .filter(argument -> !argument.startsWith("-D"))
        .toList();
  }

  @Test
  void shouldMakeACacheOnce() throws IOException {
    PlannedArm arm = arm(baseline(), cached().get(0));
    Path cache = prepared(arm).cache(arm, 0);
    FileTime made = Files.getLastModifiedTime(cache);
    assertThat(prepared(arm).cache(arm, 0)).isEqualTo(cache);
    assertThat(Files.getLastModifiedTime(cache)).isEqualTo(made);
  }

  @Test
  void shouldMakeEachOfSeveralCachesOnItsOwn() throws IOException {
    PlannedArm arm = arm(baseline(), cached().get(0));
    PlannedArm aa = new PlannedArm(arm.configuration(), arm.profile(), arm.jdk(), arm.fixture(),
        new Arm.Control(Arm.Control.AA, null, null), null);
    Artifacts artifacts = artifacts();
    artifacts.make(arm, 2);
    artifacts.make(aa, 1);
    assertThat(artifacts.failure(arm)).isNull();
    assertThat(artifacts.cost(arm).bytes()).isEqualTo(Files.size(artifacts.cache(arm, 0)));
    assertThat(List.of(artifacts.cache(arm, 0), artifacts.cache(arm, 1), artifacts.cache(aa, 0)))
        .doesNotHaveDuplicates()
        .allSatisfy(cache -> assertThat(cache).exists());
    try (ProcessLauncher launcher = new ProcessLauncher(artifacts, folder, ProcessLimits.of(TIMEOUT))) {
      Step step = new Step(Scenario.FIRST_RESPONSE, null, arm, 1);
      // The JVM reports the file that it has mapped. The launch would be invalid if that were another cache.
      for (int number : List.of(1, 0, 1)) {
        Launch launch = launcher.launch(step, new Slot(1, 0, false, number)).launch();
        assertThat(launch.reason()).isNull();
        assertThat(launch.cache()).isEqualTo(number);
      }
    }
  }

  /** JDK 25.0.3 runs the content of a stale AOT cache, so only the key keeps old classes out. */
  @TestFactory
  Stream<DynamicTest> shouldNotStartFromACacheOfAnotherJar() throws IOException {
    Configuration copy = copied(baseline());
    return oneOfEachFile().stream().map(profile -> dynamicTest(profile.id(), () -> {
      PlannedArm arm = arm(copy, profile);
      Path before = prepared(arm).cache(arm, 0);
      for (Path jar : copy.classPath()) {
        Files.setLastModifiedTime(jar, FileTime.fromMillis(Files.getLastModifiedTime(jar).toMillis() + 2_000));
      }
      Artifacts artifacts = prepared(arm);
      assertThat(artifacts.cache(arm, 0)).isNotEqualTo(before);
      assertThat(launch(arm, artifacts).reason()).isNull();
    }));
  }

  @Test
  void shouldRejectALaunchWithoutItsCache() throws IOException {
    Profile used = cached().get(0);
    PlannedArm arm = arm(baseline(), used);
    // A JVM that silently rejects a cache behaves as if none had been requested.
    Profile silent = new Profile(used.id(), used.label(), JvmArgs.NONE, used.requires(), used.cache(), used.settles(),
        Optional.empty());
    PlannedArm without = new PlannedArm(arm.configuration(), silent, arm.jdk(), arm.fixture());
    assertThat(launch(without, prepared(without)).reason()).startsWith("the requested cache was not used");
  }

  private Artifacts prepared(PlannedArm arm) throws IOException {
    Artifacts artifacts = artifacts();
    artifacts.make(arm, 1);
    return artifacts;
  }

  private Artifacts artifacts() throws IOException {
    Path work = Files.createDirectories(folder.resolve(ODD));
    return new Artifacts(Files.createTempDirectory(work, "work-"), caches.resolve(ODD));
  }

  private Launch launch(PlannedArm arm, Artifacts artifacts) throws IOException {
    try (ProcessLauncher launcher = new ProcessLauncher(artifacts, folder, ProcessLimits.of(TIMEOUT))) {
      return launcher.launch(new Step(Scenario.FIRST_RESPONSE, null, arm, 1), new Slot(1, 0, false, null)).launch();
    }
  }

  private List<Profile> cached() {
    return catalog.profiles()
        .stream()
        .filter(profile -> profile.cache().isPresent())
        .filter(profile -> profile.requires().unmetOn(catalog.jdks().newest()).isEmpty())
        .toList();
  }

  /** One profile for each way of making the file, the first that uses it. */
  private List<Profile> oneOfEachFile() {
    Map<List<String>, Profile> first = new LinkedHashMap<>();
    cached().forEach(profile -> first.putIfAbsent(makes(profile.cache().orElseThrow()), profile));
    return List.copyOf(first.values());
  }

  private List<String> makes(Profile.Cache cache) {
    return cache.training()
        .on(catalog.jdks().newest())
        .stream()
        .filter(argument -> argument.endsWith("={cache}"))
        .toList();
  }

  private Configuration baseline() {
    return catalog.configurations().stream().filter(Configuration::baseline).findFirst().orElseThrow();
  }

  private PlannedArm arm(Configuration configuration, Profile profile) {
    Fixture control = catalog.fixtures().stream().filter(Fixture::control).findFirst().orElseThrow();
    return new PlannedArm(configuration, profile, catalog.jdks().newest(), control);
  }

  /** A copy with its own stage, which a test may change. */
  private Configuration copied(Configuration c) throws IOException {
    Path stage = folder.resolve("stage");
    try (Stream<Path> files = Files.walk(c.stage())) {
      for (Path file : files.toList()) {
        Files.copy(file, stage.resolve(c.stage().relativize(file).toString()));
      }
    }
    return new Configuration(c.id(), c.runtime(), c.runtimeLabel(), c.label(), c.about(), c.program(), c.child(),
        c.baseline(), c.twin(), c.fixtures(), c.echoes(), c.fused(), c.jvmArgs(), c.requires(), c.preparation(),
        c.steadyWarmupSeconds(), c.onRequest(), c.preparedClassPath(), c.lacks(), c.engine(), c.wasiClassPath(), stage);
  }
}
