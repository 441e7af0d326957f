package dev.coldstart.launcher.catalog;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.launcher.UserError;
import dev.coldstart.record.text.Commands;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What there is to measure, found by scanning; nothing here knows a name.
 *
 * @param profiles those that have a file; {@link #profile} also finds those with levers after their name
 */
public record Catalog(List<Fixture> fixtures, List<Configuration> configurations, List<Profile> profiles,
    List<Lever> levers, Jdks jdks) {

  private static final String PLUS = "+";

  /** The order of levers in a profile's id, so that a profile has one. */
  private static final Comparator<Lever> BY_ID = Comparator.comparing(Lever::id);

  /** @throws UserError when a profile's file has the name that another profile and its levers make */
  public Catalog {
    fixtures = List.copyOf(fixtures);
    configurations = List.copyOf(configurations);
    List<String> leverIds = levers.stream().map(Lever::id).toList();
    for (Profile profile : profiles) {
      before(profile.id(), profiles).filter(found -> leverIds.containsAll(words(profile.id(), found)))
          .ifPresent(other -> {
            throw new UserError("the profile " + profile.id() + " has the name of the profile " + other.id()
                + " with levers; rename its file");
          });
    }
  }

  public static Catalog of(Checkout home) {
    return new Catalog(Fixture.allIn(home.fixtures()), Descriptions.configurations(home.runtimes()),
        Descriptions.profiles(home.profiles()), Descriptions.levers(home.levers()), Jdks.installed());
  }

  /**
   * The profile of that id: one that has a file, or one of these with levers, which may stand in any order.
   *
   * @throws UserError when there is no such profile or lever, which names what there is, or what a lever sets is
   * settled
   */
  public Profile profile(String id) {
    Optional<Profile> file = profiles.stream().filter(profile -> profile.id().equals(id)).findFirst();
    if (file.isPresent()) {
      return file.get();
    }
    Profile profile = before(id, profiles)
        .orElseThrow(() -> unknown("no profile is named \"" + id + "\"", profiles.stream().map(Profile::id)));
    List<Lever> named = words(id, profile).stream().map(word -> lever(word, id)).sorted(BY_ID).toList();
    for (Lever lever : named) {
      if (profile.settles().contains(lever.group())) {
        throw new UserError("the profile \"" + id + "\" sets " + lever.group() + " twice: leave out " + lever.id());
      }
      profile = profile.with(lever);
    }
    return profile;
  }

  /** A profile with one lever more. */
  public Profile profile(Profile profile, Lever lever) {
    return profile(profile.id() + PLUS + lever.id());
  }

  private Lever lever(String name, String id) {
    return levers.stream()
        .filter(lever -> lever.id().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown("no lever is named \"" + name + "\", as in the profile \"" + id + "\"",
            levers.stream().map(Lever::id)));
  }

  /** The profile with the longest name that stands before a plus sign. */
  private static Optional<Profile> before(String id, List<Profile> profiles) {
    return profiles.stream()
        .filter(profile -> id.startsWith(profile.id() + PLUS))
        .max(Comparator.comparingInt(profile -> profile.id().length()));
  }

  /** What stands behind a profile's name, at the plus signs. */
  private static List<String> words(String id, Profile profile) {
    return List.of(id.substring(profile.id().length() + PLUS.length()).split("\\+", -1));
  }

  /** Tells that something is not there, and what is. */
  public static UserError unknown(String what, Stream<String> ids) {
    return new UserError(what + "; choose one of " + ids.distinct().collect(Collectors.joining(", ")) + ", or see: "
        + Commands.here().coldstart("list"));
  }
}
