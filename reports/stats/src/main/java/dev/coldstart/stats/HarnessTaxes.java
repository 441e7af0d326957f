package dev.coldstart.stats;

import dev.coldstart.record.Arm;
import dev.coldstart.record.JmhResult;
import dev.coldstart.record.RunData;
import dev.coldstart.record.text.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts what JMH measured at first touch beside the same phase of a launch. */
final class HarnessTaxes {

  /** JMH's short name of its mode SingleShotTime. */
  private static final String SINGLE_SHOT = "ss";

  private HarnessTaxes() {}

  /** @param arms in the manifest's order: the first profile and JDK of a configuration stand for it */
  static List<HarnessTax> of(RunData run, List<ArmSummary> arms) {
    List<HarnessTax> taxes = new ArrayList<>();
    for (JmhResult jmh : run.jmh()) {
      if (jmh.mode().equals(SINGLE_SHOT)) {
        sameAs(jmh, arms).map(arm -> tax(jmh, arm)).ifPresent(taxes::add);
      }
    }
    return List.copyOf(taxes);
  }

  private static Optional<ArmSummary> sameAs(JmhResult jmh, List<ArmSummary> arms) {
    return arms.stream().filter(arm -> arm.n() > 0 && isOf(arm.arm(), jmh)).findFirst();
  }

  private static boolean isOf(Arm arm, JmhResult jmh) {
    return !arm.isControl() && arm.configuration().equals(jmh.configuration()) && arm.fixture().equals(jmh.fixture());
  }

  private static HarnessTax tax(JmhResult jmh, ArmSummary arm) {
    return new HarnessTax(jmh.fixture(), jmh.configuration(), jmh.phase(),
        arm.phasesMs().getOrDefault(jmh.phase(), Double.NaN), jmh.scoreNs() / Format.NS_PER_MS,
        arm.counters().classesLoaded(), jmh.classesBefore());
  }
}
