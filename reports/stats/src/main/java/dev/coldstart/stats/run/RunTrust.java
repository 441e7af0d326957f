package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Guards;
import dev.coldstart.record.Manifest.Limits;
import dev.coldstart.record.RunData;
import dev.coldstart.stats.run.References.Group;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How far a run is to be believed, and why no further.
 *
 * @param reasons empty when it is sound
 */
public record RunTrust(RunStatus status, List<Doubt> reasons) {

  /** Below this many blocks an interval's coverage is short of 95 %, most of all where launches are skewed. */
  public static final int ENOUGH_BLOCKS = 20;

  static RunTrust of(RunData run, List<ControlResult> controls) {
    List<Doubt> failures = failures(run, controls);
    if (!failures.isEmpty()) {
      return new RunTrust(RunStatus.DO_NOT_TRUST, failures);
    }
    List<Doubt> doubts = doubts(run, controls);
    return new RunTrust(doubts.isEmpty() ? RunStatus.SOUND : RunStatus.INDICATIVE, doubts);
  }

  boolean isTrusted() {
    return status != RunStatus.DO_NOT_TRUST;
  }

  private static List<Doubt> failures(RunData run, List<ControlResult> controls) {
    List<Doubt> failures = new ArrayList<>();
    controls.stream().filter(ControlResult::failed).map(Doubt.ControlFailed::new).forEach(failures::add);
    References references = new References(run);
    for (ArmLaunches arm : run.arms()) {
      // Where its reference has none either, as in a run that was cut at once, nothing speaks against the control.
      boolean missing = arm.arm().isControl() && arm.counted().isEmpty()
          && references.of(arm.arm()).filter(reference -> !reference.counted().isEmpty()).isPresent();
      if (missing) {
        failures.add(new Doubt.ControlWithoutLaunches(arm.arm()));
      }
    }
    return List.copyOf(failures);
  }

  private static List<Doubt> doubts(RunData run, List<ControlResult> controls) {
    List<Doubt> doubts = new ArrayList<>();
    if (run.arms().stream().noneMatch(arm -> arm.arm().isControl())) {
      doubts.add(new Doubt.NoControl());
    } else {
      withoutAa(run, doubts);
    }
    int unjudged = (int) controls.stream().filter(control -> control.held() == null).count();
    if (unjudged > 0) {
      doubts.add(new Doubt.Unjudged(unjudged, controls.size()));
    }
    fewLaunches(run, doubts);
    disturbed(run, doubts);
    return List.copyOf(doubts);
  }

  private static void withoutAa(RunData run, List<Doubt> doubts) {
    Set<Group> compared = new LinkedHashSet<>();
    List<Arm> ran = run.arms().stream().map(ArmLaunches::arm).filter(Arm::ran).toList();
    ran.stream().filter(arm -> !arm.isControl() && !arm.baseline()).map(Group::of).forEach(compared::add);
    ran.stream().filter(Arm::isAa).map(Group::of).forEach(compared::remove);
    compared.stream().findFirst().ifPresent(first -> doubts.add(new Doubt.NoAa(compared.size(), first)));
  }

  private static void fewLaunches(RunData run, List<Doubt> doubts) {
    List<ArmLaunches> few =
        run.arms().stream().filter(arm -> arm.arm().ran() && arm.counted().size() < ENOUGH_BLOCKS).toList();
    few.stream()
        .min(Comparator.comparingInt(arm -> arm.counted().size()))
        .ifPresent(fewest -> doubts.add(new Doubt.FewLaunches(few.size(), fewest.counted().size(), fewest.arm())));
  }

  private static void disturbed(RunData run, List<Doubt> doubts) {
    Limits limits = run.manifest().plan().limits();
    List<BlockEnd> standing = RunEffort.standing(run);
    int beyond = limits == null ? 0 : (int) standing.stream().filter(block -> isBeyond(block.guards(), limits)).count();
    if (beyond > 0) {
      doubts.add(new Doubt.Disturbed(beyond, standing.size()));
    }
  }

  private static boolean isBeyond(Guards guards, Limits limits) {
    return guards != null && (isBeyond(guards.stealPart(), limits.stealPart())
        || isBeyond(guards.throttledPart(), limits.throttledPart()));
  }

  private static boolean isBeyond(Double part, double limit) {
    return part != null && part > limit;
  }
}
