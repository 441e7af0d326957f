package dev.coldstart.record;

/** Makes a launch, and copies of launches with one change. */
public final class SampleLaunch {

  private SampleLaunch() {}

  /** A valid launch that took the sum of its phases. */
  public static Launch of(int block, ArmKey arm, PhasesNs phases) {
    return new Launch(block, 0, arm.arm(), arm.fixture(), false, true, null, 0, phases.sumNs(), phases.sumNs(), phases,
        null, Counters.NONE, 0, null);
  }

  /** A copy that is not valid, started at the same time. */
  public static Launch invalid(Launch l, String reason) {
    return Records.with(l, "valid", false, "reason", reason, "firstResponseNs", null, "phasesNs", null, "deliveryNs",
        null, "counters", Counters.NONE, "exitCode", null);
  }

  public static Launch ofArm(Launch l, ArmKey arm) {
    return Records.with(l, "arm", arm.arm(), "fixture", arm.fixture());
  }

  public static Launch atPosition(Launch l, int position) {
    return Records.with(l, "position", position);
  }

  public static Launch withTimes(Launch l, Long firstResponseNs, PhasesNs phases) {
    return Records.with(l, "firstResponseNs", firstResponseNs, "phasesNs", phases);
  }

  /** @param value null to make it absent */
  public static Launch with(Launch l, Counter counter, Long value) {
    return Records.with(l, "counters", Counters.of(other -> other == counter ? value : l.counters().get(other)));
  }
}
