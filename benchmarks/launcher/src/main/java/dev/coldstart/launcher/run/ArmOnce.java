package dev.coldstart.launcher.run;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.child.CheckedChildren.Answer;
import dev.coldstart.launcher.deploy.LambdaFunction;
import dev.coldstart.launcher.plan.Controls;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.plan.Selection;
import dev.coldstart.launcher.prepare.LambdaClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;

/** Arms that are not measured: one that answers once, and some that are packed. */
public final class ArmOnce {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private ArmOnce() {}

  /**
   * The response of an arm to the fixture's first event.
   *
   * @param configuration null for the baseline
   * @throws UserError if it cannot run here, or gives none
   */
  public static String response(Checkout home, String fixture, String configuration) {
    PlannedArm arm = arms(home, fixture, configuration == null ? List.of() : List.of(configuration)).stream()
        .filter(one -> configuration != null || one.configuration().baseline())
        .findFirst()
        .orElseThrow();
    try (Unmeasured process = Unmeasured.here(home, TIMEOUT)) {
      prepare(arm, process);
      Answer answer = process.answer(arm);
      if (answer.failure() != null) {
        throw new UserError(arm.id() + " gave no response to " + fixture + ": " + answer.failure());
      }
      return new String(answer.response(), StandardCharsets.UTF_8);
    }
  }

  /**
   * Prepares arms as functions.
   *
   * @param use gets the functions while what was prepared exists; returns the exit code
   * @throws UserError if one of them cannot run here or cannot be packed
   */
  public static int packed(Checkout home, String fixture, List<String> configurations,
      ToIntFunction<List<LambdaFunction>> use) {
    LambdaClient client = new LambdaClient(Configuration.classPath(home.lambdaStage()));
    List<PlannedArm> arms = arms(home, fixture, configurations).stream()
        .filter(arm -> configurations.stream().anyMatch(arm.configuration().id()::equals))
        .toList();
    try (Unmeasured process = Unmeasured.here(home, TIMEOUT)) {
      arms.forEach(arm -> prepare(arm, process));
      return use.applyAsInt(arms.stream().map(arm -> new LambdaFunction(process.command(arm), client)).toList());
    }
  }

  /** The arms of the fixture that a run would have, without controls. */
  private static List<PlannedArm> arms(Checkout home, String fixture, List<String> configurations) {
    return new Selection(List.of(fixture), List.of(), configurations, List.of(), List.of(), Controls.STANDARD)
        .from(Catalog.of(home))
        .stream()
        .filter(arm -> arm.fixture().id().equals(fixture) && arm.control() == null)
        .toList();
  }

  private static void prepare(PlannedArm arm, Unmeasured process) {
    arm.cannotRun().or(() -> process.prepare(arm)).ifPresent(why -> {
      throw new UserError(arm.id() + " " + why);
    });
  }
}
