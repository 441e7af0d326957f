package dev.coldstart.launcher.catalog;

import dev.coldstart.launcher.UserError;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The profiles that there are: those with a file, and those with levers after their name.
 *
 * @param files those with a file
 */
record ComposedProfiles(List<Profile> files, List<Lever> levers) {

  private static final String PLUS = "+";

  /** The order of levers in a profile's id, so that a profile has one. */
  private static final Comparator<Lever> BY_ID = Comparator.comparing(Lever::id);

  /** @throws UserError when a file has the name that another profile and its levers make */
  ComposedProfiles {
    for (Profile profile : files) {
      Optional<Profile> other =
          before(profile.id(), files).filter(found -> areLevers(rest(profile.id(), found), levers));
      if (other.isPresent()) {
        throw new UserError("the profile " + profile.id() + " has the name of the profile " + other.get().id()
            + " with levers; rename its file");
      }
    }
  }

  /**
   * The profile of that id, whose levers may stand in any order.
   *
   * @throws UserError when there is no such profile or lever, or what it sets is settled
   */
  Profile of(String id) {
    Optional<Profile> file = files.stream().filter(profile -> profile.id().equals(id)).findFirst();
    if (file.isPresent()) {
      return file.get();
    }
    Profile profile = before(id, files)
        .orElseThrow(() -> unknown("no profile is named \"" + id + "\"", files.stream().map(Profile::id).toList()));
    List<Lever> named = words(rest(id, profile)).stream().map(word -> lever(word, id)).sorted(BY_ID).toList();
    for (Lever lever : named) {
      if (profile.settles().contains(lever.group())) {
        throw new UserError("the profile \"" + id + "\" sets " + lever.group() + " twice: leave out " + lever.id());
      }
      profile = profile.with(lever);
    }
    return profile;
  }

  private Lever lever(String name, String id) {
    return levers.stream()
        .filter(lever -> lever.id().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown("no lever is named \"" + name + "\", as in the profile \"" + id + "\"",
            levers.stream().map(Lever::id).toList()));
  }

  /** The profile with the longest name that stands before a plus sign. */
  private static Optional<Profile> before(String id, List<Profile> files) {
    Function<Profile, Integer> length = profile -> profile.id().length();
    return files.stream().filter(profile -> id.startsWith(profile.id() + PLUS)).max(Comparator.comparing(length));
  }

  private static String rest(String id, Profile profile) {
    return id.substring(profile.id().length() + PLUS.length());
  }

  private static boolean areLevers(String text, List<Lever> levers) {
    return levers.stream().map(Lever::id).toList().containsAll(words(text));
  }

  private static List<String> words(String text) {
    return Arrays.asList(text.split("\\+", -1));
  }

  private static UserError unknown(String what, List<String> ids) {
    return new UserError(
        what + "; choose one of " + ids.stream().collect(Collectors.joining(", ")) + ", or see: coldstart list");
  }
}
