package dev.coldstart.record;

/** One launch, and others that differ from it in one thing. */
public final class SampleLaunch {

  private SampleLaunch() {}

  /** One that is valid and took what its phases add up to. */
  public static Launch of(int block, ArmKey arm, PhasesNs phases) {
    return new Launch(block, 0, arm.arm(), arm.fixture(), false, true, null, 0, phases.sumNs(), phases.sumNs(), phases,
        null, Counters.NONE, 0);
  }

  /** One of the same time that is not valid. */
  public static Launch invalid(Launch l, String reason) {
    return new Launch(l.block(), l.position(), l.arm(), l.fixture(), l.warmup(), false, reason, l.startedAtMs(), null,
        l.wallNs(), null, null, Counters.NONE, null);
  }

  public static Launch ofArm(Launch l, ArmKey arm) {
    return new Launch(l.block(), l.position(), arm.arm(), arm.fixture(), l.warmup(), l.valid(), l.reason(),
        l.startedAtMs(), l.firstResponseNs(), l.wallNs(), l.phasesNs(), l.deliveryNs(), l.counters(), l.exitCode());
  }

  public static Launch atPosition(Launch l, int position) {
    return new Launch(l.block(), position, l.arm(), l.fixture(), l.warmup(), l.valid(), l.reason(), l.startedAtMs(),
        l.firstResponseNs(), l.wallNs(), l.phasesNs(), l.deliveryNs(), l.counters(), l.exitCode());
  }

  public static Launch withTimes(Launch l, Long firstResponseNs, PhasesNs phases) {
    return new Launch(l.block(), l.position(), l.arm(), l.fixture(), l.warmup(), l.valid(), l.reason(), l.startedAtMs(),
        firstResponseNs, l.wallNs(), phases, l.deliveryNs(), l.counters(), l.exitCode());
  }

  /** @param value null where it is to be absent */
  public static Launch with(Launch l, Counter counter, Long value) {
    return new Launch(l.block(), l.position(), l.arm(), l.fixture(), l.warmup(), l.valid(), l.reason(), l.startedAtMs(),
        l.firstResponseNs(), l.wallNs(), l.phasesNs(), l.deliveryNs(),
        Counters.of(other -> other == counter ? value : l.counters().get(other)), l.exitCode());
  }
}
