package dev.coldstart.launcher.plan;

import dev.coldstart.record.Arm.Control;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The arms by which a run checks itself. Each fixture's baseline has an A/A arm: it is a second launch of the baseline
 * in each block, and shows what the machine alone makes of nothing. A known delay is looked for where the baseline
 * takes least, in the fixture that does nothing.
 *
 * @param inControlFixture what the baseline of a control fixture gets beside its A/A arm
 */
public record Controls(List<Control> inControlFixture) {

  private static final Control AA = new Control(Control.AA, null, null);

  /** Those of every run: 5 ms, which is more than noise and less than any engine costs. */
  public static final Controls STANDARD = new Controls(List.of(busy(Duration.ofMillis(5))));

  /** A delay of a fixed time. */
  public static Control busy(Duration time) {
    return new Control(Control.BUSY, time.toNanos(), null);
  }

  /** A delay in parts in a thousand of what the launch takes without it. */
  public static Control busy(int permille) {
    return new Control(Control.BUSY, null, permille);
  }

  /** The arms, and the controls of the baselines among them. */
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

  static String name(Control control) {
    if (control.kind().equals(Control.AA)) {
      return Control.AA;
    }
    return control.busyNs() == null
        ? control.kind() + "-" + control.busyPermille() + "permille"
        : control.kind() + "-" + Duration.ofNanos(control.busyNs()).toMillis() + "ms";
  }
}
