package dev.coldstart.command.tune;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.catalog.Jdks;
import dev.coldstart.launcher.catalog.JvmOption;
import dev.coldstart.launcher.catalog.Profile;
import dev.coldstart.launcher.plan.Controls;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.plan.Selection;
import dev.coldstart.record.text.Commands;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The combinations from which a tuning chooses.
 *
 * @param yardstick the arm that every round launches in addition to its candidates: the baseline in the default profile
 * @param candidates every configuration of the runtime, including those on request, with every profile that has a file
 */
record SearchSpace(Catalog catalog, PlannedArm yardstick, List<Candidate> candidates) {

  /**
   * @throws UserError if the runtime, fixture or JDK does not exist, if there is no baseline, or if the runtime cannot
   * be tuned on this JDK
   */
  static SearchSpace of(TuneRequest request, Catalog catalog) {
    List<String> profiles =
        catalog.profiles().stream().filter(profile -> profile.requires().absent() == null).map(Profile::id).toList();
    List<PlannedArm> arms = new Selection(List.of(request.fixture()), List.of(request.runtime()), List.of(), profiles,
        request.jdks(), Controls.STANDARD).from(catalog)
        .stream()
        .filter(arm -> arm.control() == null && arm.fixture().id().equals(request.fixture()))
        .toList();
    PlannedArm yardstick = arms.stream()
        .filter(arm -> arm.configuration().baseline() && isDefault(arm))
        .findFirst()
        .orElseThrow(() -> new UserError("no baseline to compare with is available in the profile "
            + Selection.DEFAULT_PROFILE + "; for what is available, see: " + Commands.here().coldstart("list")));
    List<PlannedArm> own =
        arms.stream().filter(arm -> arm.configuration().runtime().equals(request.runtime())).toList();
    List<PlannedArm> hosted = own.stream().filter(arm -> arm.configuration().program().isEmpty()).toList();
    if (hosted.isEmpty()) {
      throw new UserError(request.runtime()
          + " cannot be tuned: its child is not a JVM, so no profile, JDK or JVM option applies to it; measure it with "
          + Commands.here().coldstart("run", "--runtime", request.runtime()));
    }
    assertAnyRuns(request.runtime(), yardstick.jdk(), hosted, catalog.jdks());
    return new SearchSpace(catalog, yardstick, hosted.stream().map(arm -> new Candidate(arm, null)).toList());
  }

  /** Fails if no configuration runs on the JDK. Failures in single profiles show up in the rounds. */
  private static void assertAnyRuns(String runtime, Jdk jdk, List<PlannedArm> arms, Jdks jdks) {
    List<Configuration> configurations = arms.stream().map(PlannedArm::configuration).distinct().toList();
    if (runs(configurations, jdk)) {
      return;
    }
    Map<String, String> firstByReason = new LinkedHashMap<>();
    configurations.forEach(c -> firstByReason.putIfAbsent(c.cannotRunOn(jdk).orElseThrow(), c.id()));
    String reasons =
        firstByReason.entrySet().stream().map(e -> e.getValue() + " " + e.getKey()).collect(Collectors.joining("; "));
    String others = jdks.all()
        .stream()
        .filter(other -> runs(configurations, other))
        .map(other -> "--jdk " + other.feature())
        .collect(Collectors.joining(" or "));
    throw new UserError(runtime + " cannot be tuned on " + jdk.id() + ": " + reasons
        + (others.isEmpty() ? ". No installed JDK can run it" : ". Choose " + others));
  }

  private static boolean runs(List<Configuration> configurations, Jdk jdk) {
    return configurations.stream().anyMatch(configuration -> configuration.cannotRunOn(jdk).isEmpty());
  }

  /** The untuned runtime, in the default profile: its configurations that are not on request, or all if all are. */
  List<PlannedArm> defaults() {
    List<PlannedArm> all = candidates.stream().map(Candidate::arm).filter(SearchSpace::isDefault).toList();
    List<PlannedArm> unasked = all.stream().filter(arm -> !arm.configuration().onRequest()).toList();
    return unasked.isEmpty() ? all : unasked;
  }

  private static boolean isDefault(PlannedArm arm) {
    return arm.profile().id().equals(Selection.DEFAULT_PROFILE);
  }

  /** The baseline in the arm's profile. */
  PlannedArm baselineBeside(PlannedArm arm) {
    Configuration baseline = yardstick.configuration();
    return new PlannedArm(baseline, arm.profile(), arm.jdk(), arm.fixture());
  }

  /**
   * Each parent with each JVM option that it accepts. If two parents have the same child, it belongs to the better one.
   */
  List<Candidate> children(List<Candidate> parents) {
    Map<String, Candidate> children = new LinkedHashMap<>();
    for (Candidate parent : parents) {
      PlannedArm arm = parent.arm();
      for (JvmOption option : catalog.jvmOptions()) {
        if (arm.profile().takes(option, arm.jdk())) {
          Profile profile = catalog.profile(arm.profile(), option);
          PlannedArm child = new PlannedArm(arm.configuration(), profile, arm.jdk(), arm.fixture());
          children.putIfAbsent(child.id(), new Candidate(child, arm.id()));
        }
      }
    }
    return List.copyOf(children.values());
  }
}
