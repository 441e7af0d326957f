package dev.coldstart.launcher.run;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.plan.Selection;
import dev.coldstart.wasm.Feature;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Starts a fixture once in every configuration that a run would measure, to see whether it takes the module. */
public final class ModuleTrial {

  private ModuleTrial() {}

  /**
   * Tries the only fixture in the checkout's folder of fixtures.
   *
   * @param timeout how long one configuration may take
   * @param say receives a line for each configuration, as soon as it is known
   * @throws UserError if another run is measuring, or if no child can be started on this machine at all
   */
  public static void of(Checkout home, Duration timeout, Consumer<String> say) {
    Catalog catalog = Catalog.of(home);
    Fixture fixture = catalog.fixtures().stream().filter(one -> !one.control()).findFirst().orElseThrow();
    Set<Feature> needed = fixture.read().features();
    Jdk newest = catalog.jdks().newest();
    try (Unmeasured process = Unmeasured.here(home, timeout)) {
      for (Configuration configuration : catalog.configurations()) {
        PlannedArm arm = new PlannedArm(configuration, catalog.profile(Selection.DEFAULT_PROFILE), newest, fixture);
        if (!configuration.baseline() && configuration.isFor(fixture) && !Selection.isOnRequest(arm)) {
          say.accept(configuration.label() + ": " + result(arm, needed, process));
        }
      }
    }
  }

  private static String result(PlannedArm arm, Set<Feature> needed, Unmeasured process) {
    Optional<String> cannotRun = arm.cannotRun();
    if (cannotRun.isPresent()) {
      return "not tried, " + cannotRun.get();
    }
    Optional<String> failure = process.prepare(arm).or(() -> Optional.ofNullable(process.answer(arm).failure()));
    if (failure.isPresent()) {
      return arm.configuration().explained(failure.get(), needed);
    }
    String lacking = arm.configuration().lacking(needed);
    return lacking.isEmpty() ? "ready" : "ready, but it lacks " + lacking + ", so a call may fail";
  }
}
