package dev.coldstart.launcher.plan;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.catalog.JvmArgs;
import dev.coldstart.launcher.catalog.Profile;
import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A configuration with a profile on a JDK, for one fixture: the thing compared.
 *
 * @param control the kind of control; null for an arm that is compared for its own sake
 * @param launchedAs the id of the arm of the same fixture whose launches this one shares; null if it has its own
 */
public record PlannedArm(Configuration configuration, Profile profile, Jdk jdk, Fixture fixture, Arm.Control control,
    String launchedAs) {

  /** An arm that is compared for its own sake and has its own launches. */
  public PlannedArm(Configuration configuration, Profile profile, Jdk jdk, Fixture fixture) {
    this(configuration, profile, jdk, fixture, null, null);
  }

  /**
   * The same arms, with shared launches for children that are not JVMs. Profiles and JDKs change nothing for such a
   * child, so it is launched once in a block, as the first of its arms that can run.
   */
  static List<PlannedArm> sharingLaunches(List<PlannedArm> arms) {
    Map<ArmKey, String> first = new HashMap<>();
    return arms.stream().map(arm -> {
      if (arm.configuration.program().isEmpty() || arm.cannotRun().isPresent()) {
        return arm;
      }
      String before = first.putIfAbsent(new ArmKey(arm.configuration.id(), arm.fixture.id()), arm.id());
      return new PlannedArm(arm.configuration, arm.profile, arm.jdk, arm.fixture, arm.control, before);
    }).toList();
  }

  /** The fixtures of arms, one of each id: builds of one fixture are compared as one. */
  public static List<Fixture> fixtures(List<PlannedArm> arms) {
    Map<String, Fixture> found = new LinkedHashMap<>();
    arms.forEach(arm -> found.putIfAbsent(arm.fixture().id(), arm.fixture()));
    return List.copyOf(found.values());
  }

  /** The arm with the JVM as it is, whatever the profile sets. */
  public PlannedArm withoutProfile() {
    return new PlannedArm(configuration, Profile.NONE, jdk, fixture);
  }

  /** The same for another fixture. */
  public PlannedArm with(Fixture other) {
    return new PlannedArm(configuration, profile, jdk, other, control, launchedAs);
  }

  /** This arm as a control. */
  PlannedArm as(Arm.Control kind) {
    return new PlannedArm(configuration, profile, jdk, fixture, kind, launchedAs);
  }

  /** The arm that a control repeats; any other arm returns itself. */
  public PlannedArm uncontrolled() {
    return as(null);
  }

  /**
   * Whether other arms of its fixture, profile and JDK are compared with it, or it is the A/A arm of such a baseline.
   */
  boolean isBaselineOrAa() {
    return configuration.baseline() && (control == null || control.kind().equals(Arm.Control.AA));
  }

  /** Whether it is compared for its own sake: neither a baseline nor a control. */
  boolean isCompared() {
    return !configuration.baseline() && control == null;
  }

  /** As {@link Arm#isBeside}. */
  boolean isBeside(PlannedArm other) {
    return fixture.id().equals(other.fixture.id()) && profile.id().equals(other.profile.id())
        && jdk.id().equals(other.jdk.id())
        && Arm.builtConfiguration(configuration.id()).equals(Arm.builtConfiguration(other.configuration.id()));
  }

  /** The arm's id, which is the same for every fixture. */
  public String id() {
    String id = configuration.id() + "/" + profile.id() + "/" + jdk.id();
    return control == null ? id : id + "+" + Controls.name(control);
  }

  /** The key of the arm's data in a run. */
  public ArmKey key() {
    return new ArmKey(id(), fixture.id());
  }

  /** Whether it has its own launches rather than those of another arm. */
  public boolean hasOwnLaunches() {
    return launchedAs == null;
  }

  /** The key of its launches. */
  public ArmKey launchKey() {
    return hasOwnLaunches() ? key() : new ArmKey(launchedAs, fixture.id());
  }

  /** The cache that its JVM starts from. Empty if the profile has none, or if the child is not a JVM. */
  public Optional<Profile.Cache> cache() {
    return configuration.program().isPresent() ? Optional.empty() : profile.cache();
  }

  /**
   * The arm whose caches this one starts from. A known delay uses those of the arm that it repeats. An A/A arm has its
   * own, because two training runs do not make the same cache, and that difference is part of the noise.
   */
  public PlannedArm cacheOwner() {
    return control != null && control.kind().equals(Arm.Control.AA) ? this : uncontrolled();
  }

  /**
   * Options of jlink if its JVM is an image made for it. Empty if it uses the JDK itself, or if the child is not a JVM.
   */
  public Optional<JvmArgs> jlink() {
    return configuration.program().isPresent() ? Optional.empty() : profile.jlink();
  }

  /** Why it cannot be measured here, as far as its description says. Empty if it can be. */
  public Optional<String> cannotRun() {
    return configuration.cannotRunOn(jdk)
        .or(() -> profile.unmetOn(jdk).map(unmet -> "profile " + profile.id() + " " + unmet));
  }
}
