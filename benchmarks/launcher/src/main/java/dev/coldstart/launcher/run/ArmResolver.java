package dev.coldstart.launcher.run;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.catalog.Profile;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.record.Arm;
import java.util.List;
import java.util.function.Function;

/** Finds the arms of a manifest in the catalog again. */
final class ArmResolver {

  private final Catalog catalog;

  ArmResolver(Catalog catalog) {
    this.catalog = catalog;
  }

  /** @throws UserError when something that the arm is made of is not there any more */
  PlannedArm of(Arm arm) {
    PlannedArm planned =
        new PlannedArm(found("configuration", arm.configuration(), catalog.configurations(), Configuration::id),
            profile(arm.profile()), found("JDK", arm.jdk(), catalog.jdks().all(), Jdk::id),
            found("fixture", arm.fixture(), catalog.fixtures(), Fixture::id), arm.control());
    if (!planned.id().equals(arm.arm())) {
      throw new UserError(
          "the run cannot go on: its arm " + arm.arm() + " is " + planned.id() + " now; start a new run");
    }
    return planned;
  }

  private Profile profile(String id) {
    try {
      return catalog.profile(id);
    } catch (UserError e) {
      throw gone("profile", id, e);
    }
  }

  private static <T> T found(String what, String id, List<T> all, Function<T, String> idOf) {
    return all.stream().filter(one -> idOf.apply(one).equals(id)).findFirst().orElseThrow(() -> gone(what, id, null));
  }

  /** @param cause null where there is none to tell */
  private static UserError gone(String what, String id, UserError cause) {
    return new UserError(
        "the run cannot go on: its " + what + " " + id + " is not here any more; restore it, or start a new run",
        cause);
  }
}
