package dev.coldstart.launcher.tune;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Lever;
import dev.coldstart.launcher.catalog.Profile;
import dev.coldstart.launcher.plan.Controls;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.plan.Selection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a tuning chooses from.
 *
 * @param yardstick what every round launches beside its candidates: the baseline as a JVM runs it by itself
 * @param candidates every configuration of the runtime, those on request too, with every profile that has a file
 */
record Field(Catalog catalog, PlannedArm yardstick, List<Candidate> candidates) {

  /** @throws UserError when there is no such runtime, fixture or JDK, or nothing to measure by */
  static Field of(TuneRequest request, Catalog catalog) {
    List<String> profiles = catalog.profiles().stream().map(Profile::id).toList();
    List<PlannedArm> arms =
        new Selection(
                List.of(request.fixture()), List.of(request.runtime()), List.of(), profiles, request.jdks(), Controls.STANDARD)
            .from(catalog).stream()
                .filter(arm -> arm.control() == null && arm.fixture().id().equals(request.fixture()))
                .toList();
    PlannedArm yardstick =
        arms.stream()
            .filter(arm -> arm.configuration().baseline() && isDefault(arm))
            .findFirst()
            .orElseThrow(() -> new UserError("no baseline is there to measure by, in a profile named "
                + Selection.DEFAULT_PROFILE + "; coldstart list says what is there"));
    List<Candidate> candidates =
        arms.stream()
            .filter(arm -> arm.configuration().runtime().equals(request.runtime()))
            .map(arm -> new Candidate(arm, null))
            .toList();
    return new Field(catalog, yardstick, candidates);
  }

  /** What the runtime is without tuning: its configurations that need no request, as a JVM runs them by itself. */
  List<PlannedArm> defaults() {
    List<PlannedArm> all = candidates.stream().map(Candidate::arm).filter(Field::isDefault).toList();
    List<PlannedArm> unasked = all.stream().filter(arm -> !arm.configuration().onRequest()).toList();
    return unasked.isEmpty() ? all : unasked;
  }

  private static boolean isDefault(PlannedArm arm) {
    return arm.profile().id().equals(Selection.DEFAULT_PROFILE);
  }

  /** The same configuration's baseline in the arm's profile. */
  PlannedArm baselineBeside(PlannedArm arm) {
    Configuration baseline = yardstick.configuration();
    return new PlannedArm(baseline, arm.profile(), arm.jdk(), arm.fixture());
  }

  /** Each parent with each lever that it takes; what two parents have in common is the better one's child. */
  List<Candidate> children(List<Candidate> parents) {
    Map<String, Candidate> children = new LinkedHashMap<>();
    for (Candidate parent : parents) {
      for (Candidate child : children(parent)) {
        children.putIfAbsent(child.id(), child);
      }
    }
    return List.copyOf(children.values());
  }

  private List<Candidate> children(Candidate parent) {
    PlannedArm arm = parent.arm();
    List<Candidate> children = new ArrayList<>();
    for (Lever lever : catalog.levers()) {
      if (arm.profile().takes(lever, arm.jdk())) {
        Profile profile = catalog.profile(arm.profile(), lever);
        PlannedArm child = new PlannedArm(arm.configuration(), profile, arm.jdk(), arm.fixture());
        if (!lever.ordersClassPath() || isReordered(child, arm)) {
          children.add(new Candidate(child, arm.id()));
        }
      }
    }
    return children;
  }

  /** Whether its jars did not stand in that order anyway; never where the child is no JVM. */
  private static boolean isReordered(PlannedArm child, PlannedArm parent) {
    return child.configuration().program().isEmpty() && !child.classPath().equals(parent.classPath());
  }
}
