package dev.coldstart.launcher.run;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.machine.SystemFiles;
import dev.coldstart.launcher.machine.Version;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.prepare.Artifacts;
import dev.coldstart.launcher.prepare.ChildCommand;
import dev.coldstart.launcher.prepare.JvmArtifacts;
import dev.coldstart.launcher.scenario.ScenarioPlan;
import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The manifest entries that are known before the first launch. */
public final class RecordedArms {

  /** Replaces, in a recorded command line, a folder that is removed with the run. */
  private static final Path PREPARED_FOLDER = Path.of("<prepared>");

  private static final Path CACHE = Path.of(Arm.CACHE);

  private static final Path IMAGE = Path.of(Arm.IMAGE);

  /** A placeholder for the output of jdeps. */
  private static final String MODULES = "<modules>";

  private static final int BRIEF_COMMIT = 12;

  private RecordedArms() {}

  /** The manifest of a run that begins now, in this checkout and on this machine. */
  static Manifest here(String id, Instant startedAt, List<String> commandLine, Manifest.Plan plan, Checkout home,
      List<PlannedArm> arms) {
    Version checkout = Version.of(home.root());
    Version built = Version.built().with(checkout);
    String otherCommit = built.otherCommit(checkout);
    return new Manifest(Manifest.SCHEMA, id, startedAt, null, null, commandLine, Version.ofThis(), built.commit(),
        built.clean(), otherCommit, plan, SystemFiles.REAL.machine(),
        arms.stream().map(PlannedArm::jdk).distinct().map(RecordedArms::of).toList(),
        PlannedArm.fixtures(arms).stream().map(RecordedArms::of).toList(),
        arms.stream().map(arm -> of(arm, home)).toList(),
        Stream.concat(notes(built.commit(), otherCommit).stream(), withoutScenarios(plan, arms)).toList(), null, null,
        null, home.fixturesFolder(),
        arms.stream().map(PlannedArm::configuration).distinct().map(RecordedArms::of).toList(),
        home.named(home.engines()), null);
  }

  private static Manifest.ConfigurationFacts of(Configuration configuration) {
    return new Manifest.ConfigurationFacts(configuration.id(), configuration.about(), configuration.echoes());
  }

  private static Stream<String> withoutScenarios(Manifest.Plan plan, List<PlannedArm> arms) {
    return PlannedArm.fixtures(arms)
        .stream()
        .flatMap(fixture -> Objects.requireNonNullElse(plan.scenarios(), List.<Manifest.Scenario>of())
            .stream()
            .flatMap(scenario -> ScenarioPlan.unfit(scenario.id(), fixture)
                .map(why -> fixture.id() + ": the scenario " + scenario.id() + " was not measured, " + why)
                .stream()));
  }

  /** @param otherCommit null if the checkout's commit is the built one or unknown */
  static List<String> notes(String builtCommit, String otherCommit) {
    return otherCommit == null
        ? List.of()
        : List.of("built from " + (builtCommit == null ? "an unknown commit" : "commit " + brief(builtCommit))
            + ", but the checkout with its fixtures and profiles is at " + brief(otherCommit)
            + "; build again with mvn verify -DskipTests");
  }

  private static String brief(String commit) {
    return commit.substring(0, Math.min(BRIEF_COMMIT, commit.length()));
  }

  /** The arm's entry with only its plan. */
  static Arm of(PlannedArm arm, Checkout home) {
    Configuration configuration = arm.configuration();
    String cannotRun = arm.cannotRun().orElse(null);
    return new Arm(arm.id(), configuration.runtime(), configuration.runtimeLabel(), configuration.id(),
        configuration.label(), arm.profile().id(), arm.jdk().id(), arm.fixture().id(),
        configuration.baseline() && arm.control() == null, arm.control(), configuration.fused(), null,
        cannotRun == null ? command(arm, home) : List.of(), null, cannotRun, arm.launchedAs());
  }

  /** The child's command line, with placeholders for paths that differ between machines. */
  static List<String> command(PlannedArm arm, Checkout home) {
    List<String> words = new ArrayList<>(child(arm).words());
    arm.configuration().program().ifPresent(program -> words.set(0, program.name()));
    return named(words, arm, home);
  }

  /** The command lines of the arm's preparation, in order. Empty if it has none. */
  public static List<List<String>> aheadOfTime(PlannedArm arm, Checkout home) {
    List<List<String>> commands = new ArrayList<>();
    if (arm.configuration().preparation().isPresent()) {
      commands.add(named(Artifacts.command(arm, PREPARED_FOLDER), arm, home));
    }
    if (arm.jlink().isPresent()) {
      commands.add(named(JvmArtifacts.jdeps(arm), arm, home));
      commands.add(named(JvmArtifacts.jlink(arm, MODULES, IMAGE), arm, home));
    }
    arm.cache().ifPresent(cache -> commands.add(named(child(arm).training(), arm, home)));
    return commands;
  }

  private static ChildCommand child(PlannedArm arm) {
    Path jvm = arm.jlink().isPresent() ? IMAGE : arm.jdk().home();
    return new ChildCommand(arm, jvm, PREPARED_FOLDER, CACHE, ChildCommand.LAUNCH_FOLDER);
  }

  private static List<String> named(List<String> words, PlannedArm arm, Checkout home) {
    return home.named(words)
        .stream()
        .map(word -> word.replace(arm.jdk().home().toString(), "<" + arm.jdk().id() + ">"))
        .toList();
  }

  static Manifest.Jdk of(Jdk jdk) {
    return new Manifest.Jdk(jdk.id(), jdk.version(), jdk.vendor());
  }

  static Manifest.FixtureFacts of(Fixture fixture) {
    return new Manifest.FixtureFacts(fixture.id(), fixture.title(), fixture.standsFor(), fixture.wasm().length,
        fixture.sha256(), fixture.coldEvent().name(),
        fixture.coldEvent().isAnswered() ? (long) fixture.coldEvent().expected().length : null, fixture.series());
  }
}
