package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.RunData;
import java.util.Optional;

/** Which arm of a run another is compared with. */
public record References(RunData run) {

  /**
   * A control has the arm that it repeats, whatever the baseline; any other has the baseline. Both are of the same
   * fixture, profile and JDK: only what differs in nothing else is compared.
   */
  public Optional<ArmLaunches> of(Arm arm) {
    return run.arms().stream().filter(other -> isReferenceOf(other.arm(), arm)).findFirst();
  }

  /**
   * The same, but for arms that are no controls what the controls beside them repeat: the baseline that the run was
   * measured with, whichever was chosen since.
   */
  Optional<ArmLaunches> measuredOf(Arm arm) {
    return run.arms()
        .stream()
        .map(ArmLaunches::arm)
        .filter(other -> other.isControl() && other.isBeside(arm))
        .findFirst()
        .flatMap(this::of)
        .or(() -> of(arm));
  }

  private static boolean isReferenceOf(Arm other, Arm arm) {
    boolean reference = arm.isControl() ? arm.repeats(other) : other.baseline() && other.isBeside(arm);
    return reference && !other.isControl() && other.ran();
  }

  /** The arms that differ in their configuration alone. */
  public record Group(String fixture, String profile, String jdk) {

    public static Group of(Arm arm) {
      return new Group(arm.fixture(), arm.profile(), arm.jdk());
    }
  }
}
