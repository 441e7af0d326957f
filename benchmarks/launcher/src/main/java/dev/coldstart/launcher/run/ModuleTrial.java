package dev.coldstart.launcher.run;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.launcher.TemporaryFolder;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.machine.ProcessLimits;
import dev.coldstart.launcher.machine.RunLock;
import dev.coldstart.launcher.machine.WorkFolder;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.plan.Selection;
import dev.coldstart.launcher.prepare.Artifacts;
import dev.coldstart.launcher.scenario.ProcessLauncher;
import dev.coldstart.wasm.Feature;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Starts a fixture once in every configuration that a run would measure, to see whether it takes the module. */
public final class ModuleTrial {

  private static final ProcessLimits LIMITS = ProcessLimits.of(Duration.ofSeconds(60));

  private final Set<Feature> needed;
  private final Artifacts artifacts;
  private final ProcessLauncher launcher;

  private ModuleTrial(Set<Feature> needed, Artifacts artifacts, ProcessLauncher launcher) {
    this.needed = needed;
    this.artifacts = artifacts;
    this.launcher = launcher;
  }

  /**
   * Tries the only fixture in the checkout's folder of fixtures.
   *
   * @param say receives a line for each configuration, as soon as it is known
   * @throws UserError if another run is measuring, or if no child can be started on this machine at all
   */
  public static void of(Checkout home, Consumer<String> say) {
    Catalog catalog = Catalog.of(home);
    Fixture fixture = catalog.fixtures().stream().filter(one -> !one.control()).findFirst().orElseThrow();
    RunLock lock = RunLock.take(RunLock.place());
    try (lock; WorkFolder work = WorkFolder.in(TemporaryFolder.ofThisJvm().path())) {
      Artifacts artifacts = new Artifacts(work.path(), home.caches());
      try (ProcessLauncher launcher = new ProcessLauncher(artifacts, work.path(), LIMITS)) {
        ModuleTrial trial = new ModuleTrial(fixture.read().features(), artifacts, launcher);
        Jdk newest = catalog.jdks().newest();
        for (Configuration configuration : catalog.configurations()) {
          if (!configuration.baseline() && !configuration.onRequest()) {
            say.accept(configuration.label() + ": " + trial
                .result(new PlannedArm(configuration, catalog.profile(Selection.DEFAULT_PROFILE), newest, fixture)));
          }
        }
      }
    } catch (IOException e) {
      throw new UserError("the module cannot be tried: " + e, e);
    }
  }

  private String result(PlannedArm arm) throws IOException {
    Optional<String> cannotRun = arm.cannotRun();
    if (cannotRun.isPresent()) {
      return "not tried, " + cannotRun.get();
    }
    artifacts.make(arm, 1);
    String failure = artifacts.failure(arm) == null ? launcher.answer(arm).failure() : artifacts.failure(arm);
    if (failure != null) {
      return arm.configuration().explained(failure, needed);
    }
    String lacking = arm.configuration().lacking(needed);
    return lacking.isEmpty() ? "ready" : "ready, but it lacks " + lacking + ", so a call may fail";
  }
}
