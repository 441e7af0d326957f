package dev.coldstart.launcher.prepare;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.fixtures.Twin;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Build;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Configuration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Several builds of a module or of the user's Java, as a fixture holds them. */
public final class FixtureBuilds {

  private FixtureBuilds() {}

  /** The fixture that holds builds. Empty if none of the checkout does. */
  public static Optional<Fixture> fixture(Checkout home) {
    return home.fixtures().equals(home.ownFixtures())
        ? Optional.empty()
        : Fixture.allIn(home.fixtures())
            .stream()
            .filter(fixture -> !fixture.moduleBuilds().isEmpty() || !fixture.twinBuilds().isEmpty())
            .findFirst();
  }

  /**
   * The checkout with the builds of its fixture.
   *
   * @param arms the configurations that are named: for a module exactly one; the user's Java has its own
   * @throws UserError if another one is named, or none
   */
  public static Checkout added(Fixture fixture, List<String> arms, Checkout home) {
    List<Configuration> all = Catalog.of(home).configurations();
    List<Fixture> twins = fixture.twinBuilds();
    boolean ofModule = twins.isEmpty();
    List<Fixture> builds = ofModule ? fixture.moduleBuilds() : twins;
    List<Configuration> able = all.stream()
        .filter(one -> one.isFor(fixture) && (ofModule ? !one.baseline() : one.twin() == Twin.Kind.JAR))
        .toList();
    String choices = able.stream().map(Configuration::id).collect(Collectors.joining(", "));
    if (ofModule && arms.size() != 1) {
      throw new UserError(
          "builds of a module are compared in one configuration: name it with --arm, one of " + choices);
    }
    Configuration configuration = able.stream()
        .filter(one -> arms.isEmpty() || arms.equals(List.of(one.id())))
        .findFirst()
        .orElseThrow(
            () -> new UserError("--arm " + String.join(",", arms) + " cannot run these builds; choose " + choices));
    return home.withEngines(configuration.id(),
        builds.stream()
            .map(build -> Build.of(configuration.id(), build.id().substring(build.id().indexOf('-') + 1),
                build.named(fixture)))
            .toList());
  }
}
