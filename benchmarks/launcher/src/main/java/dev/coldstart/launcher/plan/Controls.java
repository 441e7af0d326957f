package dev.coldstart.launcher.plan;

import dev.coldstart.record.Arm.Control;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The arms with which a run checks itself. Each fixture's baseline has an A/A arm: a second launch of the baseline in
 * each block, which shows the differences that noise alone produces. A known delay is added in the fixture that does
 * nothing, where the baseline takes least time.
 *
 * @param inControlFixture the controls that the baseline of a control fixture gets in addition to its A/A arm
 */
public record Controls(List<Control> inControlFixture) {

  private static final Control AA = new Control(Control.AA, null, null);

  /** The controls of every run. The delay is 5 ms, which is more than the noise and less than any engine costs. */
  public static final Controls STANDARD = new Controls(List.of(busy(Duration.ofMillis(5))));

  /** A delay of a fixed length. */
  public static Control busy(Duration time) {
    return new Control(Control.BUSY, time.toNanos(), null);
  }

  /** A delay relative to the time that the launch takes without it, in thousandths. */
  public static Control busy(int permille) {
    return new Control(Control.BUSY, null, permille);
  }

  /** The arms, with the controls of their baselines added. */
  List<PlannedArm> with(List<PlannedArm> arms) {
    List<PlannedArm> all = new ArrayList<>();
    for (PlannedArm arm : arms) {
      all.add(arm);
      if (arm.configuration().baseline()) {
        all.add(arm.as(AA));
        if (arm.fixture().control()) {
          inControlFixture.forEach(control -> all.add(arm.as(control)));
        }
      }
    }
    return List.copyOf(all);
  }

  public static String name(Control control) {
    if (control.kind().equals(Control.AA)) {
      return Control.AA;
    }
    return control.busyNs() == null
        ? control.kind() + "-" + control.busyPermille() + "permille"
        : control.kind() + "-" + Duration.ofNanos(control.busyNs()).toMillis() + "ms";
  }
}
