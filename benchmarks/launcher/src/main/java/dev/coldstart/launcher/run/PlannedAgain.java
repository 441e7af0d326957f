package dev.coldstart.launcher.run;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.catalog.Profile;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.results.Arm;
import java.util.List;
import java.util.function.Function;

/** Finds the arms of a manifest in the catalog again. */
final class PlannedAgain {

  private final Catalog catalog;

  PlannedAgain(Catalog catalog) {
    this.catalog = catalog;
  }

  /** @throws UserError when something that the arm is made of is not there any more */
  PlannedArm of(Arm arm) {
    PlannedArm planned =
        new PlannedArm(
            found("configuration", arm.configuration(), catalog.configurations(), Configuration::id),
            found("profile", arm.profile(), catalog.profiles(), Profile::id),
            found("JDK", arm.jdk(), catalog.jdks().all(), Jdk::id),
            found("fixture", arm.fixture(), catalog.fixtures(), Fixture::id),
            arm.control());
    if (!planned.id().equals(arm.arm())) {
      throw new UserError("the run cannot go on: its arm " + arm.arm() + " is " + planned.id() + " now; start a new run");
    }
    return planned;
  }

  private static <T> T found(String what, String id, List<T> all, Function<T, String> idOf) {
    return all.stream()
        .filter(one -> idOf.apply(one).equals(id))
        .findFirst()
        .orElseThrow(() -> new UserError("the run cannot go on: its " + what + " " + id
            + " is not here any more; restore it, or start a new run"));
  }
}
