package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Counter;
import dev.coldstart.record.JmhResult;
import dev.coldstart.record.RunData;
import dev.coldstart.record.text.Format;
import dev.coldstart.stats.estimate.Estimate;
import java.util.List;

/**
 * The first execution of one phase, in a launch and in a fork that JMH has prepared.
 *
 * @param phase as in the data
 * @param launchMs median over launches
 * @param jmhMs mean over forks
 * @param launchClasses median of the classes loaded in a whole launch, up to its response; NaN if unknown
 * @param jmhClasses classes that the fork had loaded before the phase began; NaN if unknown
 */
public record JmhBias(String fixture, String configuration, String phase, double launchMs, double jmhMs,
    double launchClasses, double jmhClasses) {

  /** JMH's short name of its mode SingleShotTime. */
  private static final String SINGLE_SHOT = "ss";

  /** @param arms in the manifest's order: the first profile and JDK of a configuration represents it */
  static List<JmhBias> of(RunData run, List<ArmSummary> arms) {
    return run.jmh()
        .stream()
        .filter(jmh -> jmh.mode().equals(SINGLE_SHOT))
        .flatMap(
            jmh -> arms.stream().filter(arm -> arm.n() > 0 && isOf(arm.arm(), jmh)).limit(1).map(arm -> bias(jmh, arm)))
        .toList();
  }

  private static boolean isOf(Arm arm, JmhResult jmh) {
    return !arm.isControl() && arm.configuration().equals(jmh.configuration()) && arm.fixture().equals(jmh.fixture());
  }

  private static JmhBias bias(JmhResult jmh, ArmSummary arm) {
    return new JmhBias(jmh.fixture(), jmh.configuration(), jmh.phase(),
        arm.phasesMs().getOrDefault(jmh.phase(), Estimate.NONE).value(), jmh.scoreNs() / Format.NS_PER_MS,
        arm.counters().of(Counter.CLASSES_LOADED), jmh.classesBefore());
  }
}
