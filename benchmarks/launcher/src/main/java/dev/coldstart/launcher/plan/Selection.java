package dev.coldstart.launcher.plan;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.fixtures.Twin;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.catalog.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Selects the arms to measure. An empty list selects everything, with two exceptions: the default profile and the
 * newest JDK. Fixtures that are measured on request are left out unless they are named, and so are such configurations
 * if neither a runtime nor an arm is named. Baselines are always included, because ratios need them. So are the
 * baselines of control fixtures, and the controls, because a run needs them to check itself.
 *
 * @param arms ids of configurations or of arms
 * @param jdks feature versions, versions or homes, see {@link dev.coldstart.launcher.catalog.Jdks#of}
 */
public record Selection(List<String> fixtures, List<String> runtimes, List<String> arms, List<String> profiles,
    List<String> jdks, Controls controls) {

  /** The id of the profile without any settings. */
  public static final String DEFAULT_PROFILE = "default";

  /**
   * All selected arms, including those that cannot run: by fixture and configuration in the catalog's order, with JDKs
   * and profiles in the requested order.
   */
  public List<PlannedArm> from(Catalog catalog) {
    known("runtime", runtimes, catalog.configurations(), Configuration::runtime);
    known("fixture", fixtures, catalog.fixtures(), Fixture::id);
    List<String> profileIds = profiles.isEmpty() ? List.of(DEFAULT_PROFILE) : profiles;
    List<Profile> chosenProfiles = profileIds.stream().map(catalog::profile).distinct().toList();
    List<Jdk> chosenJdks = jdks.isEmpty() ? List.of(catalog.jdks().newest()) : catalog.jdks().of(jdks);

    List<PlannedArm> all = new ArrayList<>();
    for (Fixture fixture : catalog.fixtures()) {
      for (Jdk jdk : chosenJdks) {
        for (Profile profile : chosenProfiles) {
          catalog.configurations()
              .stream()
              .filter(configuration -> configuration.isFor(fixture))
              .forEach(configuration -> all
                  .add(new PlannedArm(configuration, profile, jdk, configuration.fixture(fixture))));
        }
      }
    }
    arms.stream().filter(wanted -> all.stream().noneMatch(arm -> isNamed(arm, wanted))).findFirst().ifPresent(name -> {
      throw Catalog.unknown("no arm is named \"" + name + "\"", all.stream().map(arm -> arm.configuration().id()));
    });
    return controls.with(PlannedArm.sharingLaunches(all.stream().filter(this::selects).toList()));
  }

  private boolean selects(PlannedArm arm) {
    boolean byFixture = fixtures.isEmpty() ? !arm.fixture().onRequest() : fixtures.contains(arm.fixture().id());
    boolean unnamed = runtimes.isEmpty() && arms.isEmpty();
    boolean byRuntime = runtimes.isEmpty() || runtimes.contains(arm.configuration().runtime());
    boolean byArm = arms.isEmpty() || arms.stream().anyMatch(wanted -> isNamed(arm, wanted));
    return arm.configuration().baseline()
        ? byFixture || arm.fixture().control()
        : byFixture && byRuntime && byArm && !(unnamed && isOnRequest(arm));
  }

  /**
   * A program, such as Node.js, is on request for the project's own modules, which have a Java twin, and not for
   * others.
   */
  public static boolean isOnRequest(PlannedArm arm) {
    return arm.configuration().onRequest()
        && (arm.configuration().program().isEmpty() || arm.fixture().twin().kind() == Twin.Kind.BUILT_IN);
  }

  private static boolean isNamed(PlannedArm arm, String wanted) {
    return wanted.equals(arm.id()) || wanted.equals(arm.configuration().id());
  }

  private static <T> void known(String kind, List<String> wanted, List<T> all, Function<T, String> id) {
    List<String> ids = all.stream().map(id).toList();
    wanted.stream().filter(Predicate.not(ids::contains)).findFirst().ifPresent(name -> {
      throw Catalog.unknown("no " + kind + " is named \"" + name + "\"", ids.stream());
    });
  }
}
