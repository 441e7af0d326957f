package dev.coldstart.record;

/** One launch, and others that differ from it in one thing. */
public final class SampleLaunch {

  private SampleLaunch() {}

  /** One that is valid and took what its phases add up to. */
  public static Launch of(int block, ArmKey arm, PhasesNs phases) {
    return new Launch(block, 0, arm.arm(), arm.fixture(), false, true, null, 0, phases.sumNs(), phases.sumNs(), phases,
        null, Counters.NONE, 0, null);
  }

  /** One of the same time that is not valid. */
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

  /** @param value null where it is to be absent */
  public static Launch with(Launch l, Counter counter, Long value) {
    return Records.with(l, "counters", Counters.of(other -> other == counter ? value : l.counters().get(other)));
  }
}
