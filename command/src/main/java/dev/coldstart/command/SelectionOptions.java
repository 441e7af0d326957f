package dev.coldstart.command;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Build;
import dev.coldstart.launcher.plan.Controls;
import dev.coldstart.launcher.plan.Selection;
import dev.coldstart.launcher.prepare.EngineBuilds;
import dev.coldstart.launcher.prepare.FixtureBuilds;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which arms a run measures. */
final class SelectionOptions {

  @Option(names = "--fixture", split = ",", hideParamSyntax = true, paramLabel = "<ids>",
      description = "only these fixtures [all except those marked \"only if named\" in 'coldstart list']")
  private List<String> fixtures = List.of();

  @Option(names = "--runtime", split = ",", hideParamSyntax = true, paramLabel = "<ids>",
      description = "only these with all their configurations, and the baseline [configurations not marked \"only if named\" in 'coldstart list'; for your own module, also programs other than a JVM]")
  private List<String> runtimes = List.of();

  @Option(names = "--arm", split = ",", hideParamSyntax = true, paramLabel = "<ids>",
      description = "only these and the baseline: arms, as <runtime>.<configuration>/<profile>/<jdk>, or all arms of a configuration, as <runtime>.<configuration>")
  private List<String> arms = List.of();

  @Option(names = "--profile", split = ",", hideParamSyntax = true, paramLabel = "<ids>",
      description = "JVM settings: a profile, such as aot-cache, to which JVM options can be added, as in aot-cache+heap-16m [default]")
  private List<String> profiles = List.of();

  @Option(names = "--jvm-arg", paramLabel = "<argument>",
      description = "one more argument for each launched JVM, such as --jvm-arg=-Xss512k; repeatable")
  private List<String> jvmArgs = List.of();

  @Option(names = "--jdk", split = ",", hideParamSyntax = true, paramLabel = "<jdks>",
      description = "JDKs: 21, 25.0.3 or a folder [the newest installed]")
  private List<String> jdks = List.of();

  @Option(names = "--engine", paramLabel = "<runtime=builds>",
      description = "compare builds of a runtime's engine, the first as the baseline: versions, jars, or folders of jars,"
          + " as <runtime>=1.7.4,1.7.5 or <runtime>.<configuration>=...")
  private String engine;

  /** The checkout with the builds that are asked for. */
  Checkout in(Checkout home) {
    Optional<Fixture> builds = FixtureBuilds.fixture(home);
    if (builds.isPresent()) {
      if (engine != null || !runtimes.isEmpty()) {
        throw new UserError("builds of a module or of its Java twin exclude --engine and --runtime");
      }
      return FixtureBuilds.added(builds.get(), arms, home);
    }
    if (engine != null && !(runtimes.isEmpty() && arms.isEmpty())) {
      throw new UserError("--engine names its runtime or configuration itself, so it excludes --runtime and --arm");
    }
    return EngineBuilds.added(engine, home);
  }

  /**
   * @param known the fixtures that are measured if none is named; empty for all
   * @param builds of an engine that are compared; empty for none
   */
  Selection selection(List<String> known, List<Build> builds) {
    List<String> named = builds.isEmpty() ? arms : builds.stream().map(Build::id).toList();
    List<String> asked = profiles.isEmpty() && !jvmArgs.isEmpty() ? List.of(Selection.DEFAULT_PROFILE) : profiles;
    return new Selection(fixtures.isEmpty() ? known : fixtures, runtimes, named,
        asked.stream().map(profile -> Catalog.withArguments(profile, jvmArgs)).toList(), jdks, Controls.STANDARD);
  }
}
