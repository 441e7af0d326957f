package dev.coldstart.launcher.run;

import dev.coldstart.launcher.TemporaryFolder;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.child.CheckedChildren.Answer;
import dev.coldstart.launcher.deploy.LambdaFunction;
import dev.coldstart.launcher.machine.ProcessLimits;
import dev.coldstart.launcher.machine.RunLock;
import dev.coldstart.launcher.machine.WorkFolder;
import dev.coldstart.launcher.plan.Controls;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.plan.Selection;
import dev.coldstart.launcher.prepare.Artifacts;
import dev.coldstart.launcher.prepare.LambdaClient;
import dev.coldstart.launcher.scenario.ProcessLauncher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;

/** Arms that are not measured: one that answers once, and some that are packed. */
public final class ArmOnce {

  private static final ProcessLimits LIMITS = ProcessLimits.of(Duration.ofSeconds(60));

  private ArmOnce() {}

  /** Does something with arms in a folder that is removed afterwards. */
  private interface Use<T> {
    T of(List<PlannedArm> arms, Artifacts artifacts, Path work) throws IOException;
  }

  /**
   * The response of an arm to the fixture's first event.
   *
   * @param configuration null for the baseline
   * @throws UserError if it cannot run here, or gives none
   */
  public static String response(Checkout home, String fixture, String configuration) {
    Catalog catalog = Catalog.of(home);
    String named = configuration != null
        ? configuration
        : catalog.configurations()
            .stream()
            .filter(Configuration::baseline)
            .filter(one -> catalog.fixtures().stream().noneMatch(any -> any.id().equals(fixture) && !one.isFor(any)))
            .map(Configuration::id)
            .findFirst()
            .orElseThrow();
    return used(home, catalog, fixture, List.of(named), (arms, artifacts, work) -> {
      try (ProcessLauncher launcher = new ProcessLauncher(artifacts, work, LIMITS)) {
        Answer answer = launcher.answer(arms.get(0));
        if (answer.failure() != null) {
          throw new UserError(arms.get(0).id() + " gave no response to " + fixture + ": " + answer.failure());
        }
        return new String(answer.response(), StandardCharsets.UTF_8);
      }
    });
  }

  /**
   * Prepares arms as functions.
   *
   * @param use returns the exit code
   * @throws UserError if one of them cannot run here or cannot be packed
   */
  public static int prepared(Checkout home, String fixture, List<String> configurations,
      ToIntFunction<List<LambdaFunction>> use) {
    LambdaClient client = new LambdaClient(Configuration.classPath(home.lambdaStage()));
    return used(home, Catalog.of(home), fixture, configurations, (arms, artifacts, work) -> use
        .applyAsInt(arms.stream().map(arm -> new LambdaFunction(artifacts.command(arm, 0, work), client)).toList()));
  }

  private static <T> T used(Checkout home, Catalog catalog, String fixture, List<String> configurations, Use<T> use) {
    List<PlannedArm> arms =
        new Selection(List.of(fixture), List.of(), configurations, List.of(), List.of(), Controls.STANDARD)
            .from(catalog)
            .stream()
            .filter(arm -> arm.fixture().id().equals(fixture) && arm.control() == null)
            .filter(arm -> configurations.stream().anyMatch(arm.configuration().id()::equals))
            .toList();
    RunLock lock = RunLock.take(RunLock.place());
    try (lock; WorkFolder work = WorkFolder.in(TemporaryFolder.ofThisJvm().path())) {
      Artifacts artifacts = new Artifacts(work.path(), home.caches());
      for (PlannedArm arm : arms) {
        String failure = arm.cannotRun().orElse(null);
        if (failure == null) {
          artifacts.make(arm, 1);
          failure = artifacts.failure(arm);
        }
        if (failure != null) {
          throw new UserError(arm.id() + " " + failure);
        }
      }
      return use.of(arms, artifacts, work.path());
    } catch (IOException e) {
      throw new UserError("no child can be started: " + e, e);
    }
  }
}
