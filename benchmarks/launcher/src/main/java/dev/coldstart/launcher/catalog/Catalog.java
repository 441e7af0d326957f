package dev.coldstart.launcher.catalog;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.fixtures.FixtureException;
import dev.coldstart.fixtures.Fixtures;
import dev.coldstart.launcher.UserError;
import java.util.List;

/** What there is to measure, found by scanning; nothing here knows a name. */
public record Catalog(
    List<Fixture> fixtures, List<Configuration> configurations, List<Profile> profiles, Jdks jdks) {

  public static Catalog of(Home home) {
    try {
      return new Catalog(
          Fixtures.in(home.fixtures()),
          Descriptions.configurations(home.runtimes()),
          Descriptions.profiles(home.profiles()),
          Jdks.installed());
    } catch (FixtureException e) {
      throw new UserError(e.getMessage(), e);
    }
  }
}
