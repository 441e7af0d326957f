package dev.coldstart.launcher.catalog;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.fixtures.FixtureException;
import dev.coldstart.fixtures.Fixtures;
import dev.coldstart.launcher.UserError;
import java.util.List;

/** What there is to measure, found by scanning; nothing here knows a name. */
public record Catalog(List<Fixture> fixtures, List<Configuration> configurations, List<Profile> profiles,
    List<Lever> levers, Jdks jdks) {

  public static Catalog of(Home home) {
    try {
      return new Catalog(Fixtures.in(home.fixtures()), RuntimeDescriptions.in(home.runtimes()),
          Descriptions.profiles(home.profiles()), Descriptions.levers(home.levers()), Jdks.installed());
    } catch (FixtureException e) {
      throw new UserError(e.getMessage(), e);
    }
  }

  /**
   * The profile of that id: one that has a file, or one of these with levers.
   *
   * @throws UserError when there is none; the message names what there is
   */
  public Profile profile(String id) {
    return new ComposedProfiles(profiles, levers).of(id);
  }

  /** A profile with one lever more. */
  public Profile profile(Profile profile, Lever lever) {
    return profile(profile.id() + "+" + lever.id());
  }
}
