package dev.coldstart.launcher.catalog;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.launcher.UserError;
import dev.coldstart.record.text.Commands;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that can be measured, found by scanning directories. No runtime or fixture is named in the code.
 *
 * @param profiles the profiles that have a file; {@link #profile} also resolves those names with JVM options appended
 */
public record Catalog(List<Fixture> fixtures, List<Configuration> configurations, List<Profile> profiles,
    List<JvmOption> jvmOptions, Jdks jdks) {

  private static final String PLUS = "+";

  /** Not the plus sign inside an argument such as -XX:+UseSerialGC, which a capital letter follows. */
  private static final String AT_PLUS = "\\+(?![A-Z])";

  /** JVM options are sorted in a profile's id, so that each combination has exactly one id. */
  private static final Comparator<JvmOption> BY_ID = Comparator.comparing(JvmOption::id);

  /** @throws UserError if a profile's file has a name that already means another profile with JVM options */
  public Catalog {
    fixtures = List.copyOf(fixtures);
    configurations = List.copyOf(configurations);
    List<String> optionIds = jvmOptions.stream().map(JvmOption::id).toList();
    for (Profile profile : profiles) {
      before(profile.id(), profiles).filter(found -> optionIds.containsAll(words(profile.id(), found)))
          .ifPresent(other -> {
            throw new UserError("the profile " + profile.id() + " has the same name as the profile " + other.id()
                + " with JVM options; rename its file");
          });
    }
  }

  /**
   * Reads everything. With fixtures of the user's, the catalog also has the project's own control fixtures, because
   * each run needs them to check itself.
   *
   * @throws UserError if there are no fixtures, or if two have one id
   */
  public static Catalog of(Checkout home) {
    return new Catalog(fixtures(home), configurations(home), Descriptions.profiles(home.profiles()),
        Descriptions.jvmOptions(home.jvmOptions()), Jdks.installed());
  }

  /**
   * With builds, the first of each configuration is the only baseline of the fixtures that they are measured with.
   * Those of a fixture are not measured with a control fixture, which keeps its own.
   */
  private static List<Configuration> configurations(Checkout home) {
    List<Configuration> described = Descriptions.configurations(home.runtimes());
    if (home.builds().isEmpty()) {
      return described;
    }
    Set<String> begun = new HashSet<>();
    List<Configuration> built = home.builds()
        .stream()
        .map(build -> described.stream()
            .filter(configuration -> configuration.id().equals(build.configuration()))
            .findFirst()
            .orElseThrow()
            .with(build, begun.add(build.configuration())))
        .toList();
    Optional<Fixture> only = home.builds().get(0).fixture();
    return Stream
        .concat(built.stream(),
            described.stream().map(one -> only.filter(f -> !one.isFor(f)).isPresent() ? one : one.withoutBaseline()))
        .toList();
  }

  private static List<Fixture> fixtures(Checkout home) {
    List<Fixture> found = Fixture.allIn(home.fixtures());
    if (found.isEmpty()) {
      throw new UserError("no fixture is in " + home.fixtures() + "; make one with "
          + Commands.here().coldstart("fixture", "new", "<module>.wasm"));
    }
    if (home.fixtures().equals(home.ownFixtures())) {
      return found;
    }
    List<Fixture> own = Fixture.allIn(home.ownFixtures()).stream().filter(Fixture::control).toList();
    List<String> ids = own.stream().map(Fixture::id).toList();
    found.stream().map(Fixture::id).filter(ids::contains).findFirst().ifPresent(id -> {
      throw new UserError("the fixture " + id + " in " + home.fixtures()
          + " has the name of one that checks every run: rename its directory");
    });
    return Stream.concat(found.stream(), own.stream()).toList();
  }

  /**
   * Finds a profile by its id: the name of a profile file, optionally followed by JVM options in any order.
   *
   * @throws UserError if there is no such profile or JVM option (the message lists the choices), or if the profile
   * already sets what a JVM option sets
   */
  public Profile profile(String id) {
    Optional<Profile> file = profiles.stream().filter(profile -> profile.id().equals(id)).findFirst();
    if (file.isPresent()) {
      return file.get();
    }
    Profile profile = before(id, profiles)
        .orElseThrow(() -> unknown("no profile is named \"" + id + "\"", profiles.stream().map(Profile::id)));
    List<String> words = words(id, profile);
    // An argument may depend on one before it, as an option does that has to be unlocked.
    List<JvmOption> named =
        Stream
            .concat(words.stream().filter(word -> !isArgument(word)).map(word -> option(word, id)).sorted(BY_ID),
                words.stream().filter(Catalog::isArgument).map(JvmOption::ofArgument))
            .toList();
    for (JvmOption option : named) {
      if (profile.settles().contains(option.group())) {
        throw new UserError("the profile \"" + id + "\" sets " + option.group() + " twice: leave out " + option.id());
      }
      profile = profile.with(option);
    }
    return profile;
  }

  /** Returns the profile with one more JVM option. */
  public Profile profile(Profile profile, JvmOption option) {
    return profile(profile.id() + PLUS + option.id());
  }

  /**
   * The name of a profile with more JVM arguments, in that order.
   *
   * @throws UserError if one of them cannot be part of a profile's name
   */
  public static String withArguments(String profile, List<String> arguments) {
    arguments.forEach(JvmOption::ofArgument);
    return String.join(PLUS, Stream.concat(Stream.of(profile), arguments.stream()).toList());
  }

  private static boolean isArgument(String word) {
    return word.startsWith("-");
  }

  private JvmOption option(String name, String id) {
    return jvmOptions.stream()
        .filter(option -> option.id().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown("no JVM option is named \"" + name + "\", as in the profile \"" + id + "\"",
            jvmOptions.stream().map(JvmOption::id)));
  }

  /** The profile with the longest name that is followed by a plus sign. */
  private static Optional<Profile> before(String id, List<Profile> profiles) {
    return profiles.stream()
        .filter(profile -> id.startsWith(profile.id() + PLUS))
        .max(Comparator.comparingInt(profile -> profile.id().length()));
  }

  /** The part of the id after the profile's name, split at the plus signs. */
  private static List<String> words(String id, Profile profile) {
    return List.of(id.substring(profile.id().length() + PLUS.length()).split(AT_PLUS, -1));
  }

  /** An error that says what was not found and lists the choices. */
  public static UserError unknown(String what, Stream<String> ids) {
    return new UserError(what + "; choose one of " + ids.distinct().collect(Collectors.joining(", ")) + ", or see: "
        + Commands.here().coldstart("list"));
  }
}
