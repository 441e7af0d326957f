package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Arm.Control;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.RunData;
import dev.coldstart.record.text.Format;
import dev.coldstart.stats.estimate.Bootstrap;
import dev.coldstart.stats.run.References.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a run finds when it checks itself: by its control arms, and by the phase that no configuration can touch. */
final class ControlChecks {

  /** The drift control's kind. */
  static final String BOOT = "boot";

  /** Of the ratio of {@code boot}: the class path is opened in it, and each configuration has its own. */
  static final double BOOT_TOLERANCE = 0.05;

  private ControlChecks() {}

  /** In the arms' order, those of the control arms first. */
  static List<ControlResult> of(RunData run, Bootstrap bootstrap) {
    References references = new References(run);
    List<ControlCheck> checks = new ArrayList<>();
    for (ArmLaunches arm : run.arms()) {
      if (arm.arm().isControl()) {
        references.of(arm.arm()).map(reference -> control(arm, reference)).ifPresent(checks::add);
      }
    }
    for (ArmLaunches arm : run.arms()) {
      if (!arm.arm().isControl() && !arm.counted().isEmpty()) {
        references.measuredOf(arm.arm()).flatMap(baseline -> boot(arm, baseline)).ifPresent(checks::add);
      }
    }
    int family = (int) checks.stream().filter(ControlCheck::canBeJudged).count();
    return checks.parallelStream().map(check -> check.judge(bootstrap, family)).toList();
  }

  private static ControlCheck control(ArmLaunches arm, ArmLaunches reference) {
    Control control = arm.arm().control();
    Pairs pairs = Pairs.of(arm, reference);
    Group group = Group.of(arm.arm());
    if (control.kind().equals(Control.AA)) {
      return new ControlCheck(Control.AA, "A/A of " + group, arm.arm(), reference.arm(), true, pairs.logRatios(), 1, 0,
          false, "the same command twice differs");
    }
    if (control.busyNs() == null && control.busyPermille() == null) {
      // Of a later version: it stays unjudged, which the run's status says.
      return new ControlCheck(control.kind(), "control that this version does not know in " + group, arm.arm(),
          reference.arm(), true, new double[0], Double.NaN, 0, false, "");
    }
    boolean part = control.busyNs() == null;
    double expected = part ? 1 + control.busyPermille() / 1_000.0 : control.busyNs() / Format.NS_PER_MS;
    String delay = part ? Format.upTo(3, (expected - 1) * 100) + " %" : Format.upTo(3, expected) + " ms";
    return new ControlCheck(control.kind(), delay + " busy in " + group, arm.arm(), reference.arm(), part,
        part ? pairs.logRatios() : pairs.differencesMs(), expected, 0, true, "a known delay is not measured as it is");
  }

  /** Empty for the baseline, and where they have no boot in common. */
  private static Optional<ControlCheck> boot(ArmLaunches arm, ArmLaunches baseline) {
    if (arm.arm().equals(baseline.arm()) || !CommonBoot.of(arm.arm(), baseline.arm())) {
      return Optional.empty();
    }
    double[] logRatios = Pairs.of(arm, baseline).logRatios(launch -> launch.phaseNs("boot"));
    Arm checked = arm.arm();
    return Optional.of(new ControlCheck(BOOT, "boot of " + checked.arm() + " in " + checked.fixture(), checked,
        baseline.arm(), true, logRatios, 1, BOOT_TOLERANCE, false, "it differs from the baseline's by more than "
            + Wording.percent(BOOT_TOLERANCE) + ", and the JVM's arguments are the same"));
  }
}
