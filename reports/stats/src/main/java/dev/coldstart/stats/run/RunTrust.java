package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Guards;
import dev.coldstart.record.Manifest.Limits;
import dev.coldstart.record.RunData;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.stats.run.References.Group;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How far a run is to be believed, and why no further.
 *
 * @param reasons empty when it is sound
 */
record RunTrust(RunStatus status, List<String> reasons) {

  /** Below this many blocks an interval's coverage is short of 95 %, most of all where launches are skewed. */
  static final int ENOUGH_BLOCKS = 20;

  static RunTrust of(RunData run, List<ControlResult> controls) {
    List<String> failures = failures(run, controls);
    if (!failures.isEmpty()) {
      return new RunTrust(RunStatus.DO_NOT_TRUST, failures);
    }
    List<String> doubts = doubts(run, controls);
    return new RunTrust(doubts.isEmpty() ? RunStatus.SOUND : RunStatus.INDICATIVE, doubts);
  }

  boolean isTrusted() {
    return status != RunStatus.DO_NOT_TRUST;
  }

  private static List<String> failures(RunData run, List<ControlResult> controls) {
    List<String> failures = new ArrayList<>();
    for (ControlResult control : controls) {
      if (Boolean.FALSE.equals(control.held())) {
        failures.add(control.text());
      }
    }
    References references = new References(run);
    for (ArmLaunches arm : run.arms()) {
      // Where its reference has none either, as in a run that was cut at once, nothing speaks against the control.
      boolean missing = arm.arm().isControl() && arm.counted().isEmpty()
          && references.of(arm.arm()).filter(reference -> !reference.counted().isEmpty()).isPresent();
      if (missing) {
        failures.add("the control " + SafeText.brief(Wording.name(arm.arm())) + " gave no launch that counts");
      }
    }
    return List.copyOf(failures);
  }

  private static List<String> doubts(RunData run, List<ControlResult> controls) {
    List<String> doubts = new ArrayList<>();
    if (run.arms().stream().noneMatch(arm -> arm.arm().isControl())) {
      doubts.add("no control arm was launched: the run did not check the harness");
    } else {
      unchecked(run).ifPresent(doubts::add);
    }
    long unjudged = controls.stream().filter(control -> control.held() == null).count();
    if (unjudged > 0) {
      doubts.add("too few blocks to judge " + unjudged + " of " + Format.count(controls.size(), "control", "controls"));
    }
    fewBlocks(run).ifPresent(doubts::add);
    disturbed(run).ifPresent(doubts::add);
    return List.copyOf(doubts);
  }

  private static Optional<String> fewBlocks(RunData run) {
    List<ArmLaunches> few =
        run.arms().stream().filter(arm -> arm.arm().ran() && arm.counted().size() < ENOUGH_BLOCKS).toList();
    return few.stream()
        .min(Comparator.comparingInt(arm -> arm.counted().size()))
        .map(fewest -> "fewer than " + ENOUGH_BLOCKS + " launches count of " + Format.count(few.size(), "arm", "arms")
            + ", down to " + fewest.counted().size() + " of " + SafeText.brief(Wording.name(fewest.arm())));
  }

  /** Blocks beyond a limit are run again, until as many were as may be: what stands then is no sound basis. */
  private static Optional<String> disturbed(RunData run) {
    Limits limits = run.manifest().plan().limits();
    List<BlockEnd> standing = RunEffort.standing(run);
    long beyond = limits == null ? 0 : standing.stream().filter(block -> isBeyond(block.guards(), limits)).count();
    return beyond == 0
        ? Optional.empty()
        : Optional.of("steal or throttling was beyond its limit in " + beyond + " of "
            + Format.count(standing.size(), "block that counts", "blocks that count"));
  }

  private static boolean isBeyond(Guards guards, Limits limits) {
    return guards != null && (isBeyond(guards.stealPart(), limits.stealPart())
        || isBeyond(guards.throttledPart(), limits.throttledPart()));
  }

  private static boolean isBeyond(Double part, double limit) {
    return part != null && part > limit;
  }

  /** Arms are compared, and nothing shows how far the same command differs from itself there. */
  private static Optional<String> unchecked(RunData run) {
    Set<Group> compared = new LinkedHashSet<>();
    for (ArmLaunches arm : run.arms()) {
      if (arm.arm().ran() && !arm.arm().isControl() && !arm.arm().baseline()) {
        compared.add(Group.of(arm.arm()));
      }
    }
    run.arms().stream().map(ArmLaunches::arm).filter(RunTrust::isAa).forEach(arm -> compared.remove(Group.of(arm)));
    return compared.stream()
        .findFirst()
        .map(Group::toString)
        .map(first -> "no A/A arm in " + compared.size() + " of the groups compared; first: " + SafeText.brief(first));
  }

  private static boolean isAa(Arm arm) {
    return arm.isControl() && arm.ran() && arm.control().kind().equals(Arm.Control.AA);
  }
}
