package dev.coldstart.launcher.plan;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.catalog.Profile;
import java.util.Optional;

/** A configuration with a profile on a JDK, for one fixture: the thing compared. */
public record PlannedArm(Configuration configuration, Profile profile, Jdk jdk, Fixture fixture) {

  /** The arm's id, the same for every fixture. */
  public String id() {
    return configuration.id() + "/" + profile.id() + "/" + jdk.id();
  }

  /** Why it cannot be measured here, as far as its description tells; empty when nothing speaks against it. */
  public Optional<String> cannotRun() {
    return configuration.cannotRunOn(jdk);
  }
}
