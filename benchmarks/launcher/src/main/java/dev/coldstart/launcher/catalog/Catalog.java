package dev.coldstart.launcher.catalog;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.fixtures.FixtureException;
import dev.coldstart.launcher.UserError;
import java.util.List;

/** What there is to measure, found by scanning; nothing here knows a name. */
public final class Catalog {

  private final List<Fixture> fixtures;
  private final List<Configuration> configurations;
  private final ComposedProfiles profiles;
  private final Jdks jdks;

  /** @throws UserError when a profile's file has the name that another profile and its levers make */
  public Catalog(List<Fixture> fixtures, List<Configuration> configurations, List<Profile> profiles, List<Lever> levers,
      Jdks jdks) {
    this.fixtures = List.copyOf(fixtures);
    this.configurations = List.copyOf(configurations);
    this.profiles = new ComposedProfiles(List.copyOf(profiles), List.copyOf(levers));
    this.jdks = jdks;
  }

  public static Catalog of(Checkout home) {
    try {
      return new Catalog(Fixture.allIn(home.fixtures()), RuntimeDescriptions.in(home.runtimes()),
          Descriptions.profiles(home.profiles()), Descriptions.levers(home.levers()), Jdks.installed());
    } catch (FixtureException e) {
      throw new UserError(e.getMessage(), e);
    }
  }

  public List<Fixture> fixtures() {
    return fixtures;
  }

  public List<Configuration> configurations() {
    return configurations;
  }

  /** The profiles that have a file. */
  public List<Profile> profiles() {
    return profiles.files();
  }

  public List<Lever> levers() {
    return profiles.levers();
  }

  public Jdks jdks() {
    return jdks;
  }

  /**
   * The profile of that id: one that has a file, or one of these with levers.
   *
   * @throws UserError when there is none; the message names what there is
   */
  public Profile profile(String id) {
    return profiles.of(id);
  }

  /** A profile with one lever more. */
  public Profile profile(Profile profile, Lever lever) {
    return profile(profile.id() + "+" + lever.id());
  }
}
