package dev.coldstart.launcher.plan;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.catalog.JvmArgs;
import dev.coldstart.launcher.catalog.Profile;
import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A configuration with a profile on a JDK, for one fixture: the thing compared.
 *
 * @param control what it is a control of; null for an arm that is compared for its own sake
 * @param launchedAs the arm of the same fixture whose launches are this one's too; null for one with launches of its
 * own
 */
public record PlannedArm(Configuration configuration, Profile profile, Jdk jdk, Fixture fixture, Arm.Control control,
    String launchedAs) {

  /** One that is compared for its own sake, with launches of its own. */
  public PlannedArm(Configuration configuration, Profile profile, Jdk jdk, Fixture fixture) {
    this(configuration, profile, jdk, fixture, null, null);
  }

  /**
   * The same arms, of which a child that is no JVM is launched once a block for all profiles and JDKs, which change
   * nothing of it: as the first of its arms that can run.
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

  /** The same as a control. */
  PlannedArm as(Arm.Control kind) {
    return new PlannedArm(configuration, profile, jdk, fixture, kind, launchedAs);
  }

  /** What a control is of; an arm that is none is itself. */
  public PlannedArm uncontrolled() {
    return as(null);
  }

  /** Whether the others of its fixture, profile and JDK are compared with it, or it launches the same again. */
  boolean isBaselineOrAa() {
    return configuration.baseline() && (control == null || control.kind().equals(Arm.Control.AA));
  }

  /** Whether it is compared for its own sake: neither a baseline nor a control. */
  boolean isCompared() {
    return !configuration.baseline() && control == null;
  }

  /** Whether it is of the same fixture, profile and JDK. */
  boolean isBeside(PlannedArm other) {
    return fixture.id().equals(other.fixture.id()) && profile.id().equals(other.profile.id())
        && jdk.id().equals(other.jdk.id());
  }

  /** The arm's id, the same for every fixture. */
  public String id() {
    String id = configuration.id() + "/" + profile.id() + "/" + jdk.id();
    return control == null ? id : id + "+" + Controls.name(control);
  }

  /** The key of what is known of it in a run. */
  public ArmKey key() {
    return new ArmKey(id(), fixture.id());
  }

  /** Whether it has launches of its own, and not those of another arm. */
  public boolean hasOwnLaunches() {
    return launchedAs == null;
  }

  /** The key that its launches have. */
  public ArmKey launchKey() {
    return hasOwnLaunches() ? key() : new ArmKey(launchedAs, fixture.id());
  }

  /** The file that its JVM starts from; empty where the profile has none, and where the child is no JVM. */
  public Optional<Profile.Cache> cache() {
    return configuration.program().isPresent() ? Optional.empty() : profile.cache();
  }

  /**
   * The arm whose caches it starts from. A known delay starts from those of the arm that it repeats. An A/A arm has its
   * own: two training runs do not make the same cache, and that difference is part of the noise.
   */
  public PlannedArm cacheOwner() {
    return control != null && control.kind().equals(Arm.Control.AA) ? this : uncontrolled();
  }

  /**
   * Options of jlink where its JVM is an image made for it; empty where it is the JDK's, and where the child is no JVM.
   */
  public Optional<JvmArgs> jlink() {
    return configuration.program().isPresent() ? Optional.empty() : profile.jlink();
  }

  /** Why it cannot be measured here, as far as its description tells; empty when nothing speaks against it. */
  public Optional<String> cannotRun() {
    return configuration.cannotRunOn(jdk)
        .or(() -> profile.unmetOn(jdk).map(unmet -> "profile " + profile.id() + " " + unmet));
  }
}
