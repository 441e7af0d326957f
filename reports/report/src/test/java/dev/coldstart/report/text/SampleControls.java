package dev.coldstart.report.text;

import dev.coldstart.record.Arm;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.ControlResult;
import dev.coldstart.stats.run.ControlResult.Outcome;
import java.util.List;
import java.util.Map;

/** Invented results of controls. */
public final class SampleControls {

  private SampleControls() {}

  public static ControlResult of(String kind, String fixture, String arm, String against, String unit, double expected,
      Estimate measured, Outcome outcome) {
    return new ControlResult(kind, arm(arm, fixture), arm(against, fixture), unit, expected, measured, measured,
        outcome);
  }

  /** @param id {@code <configuration>/<profile>/<jdk>} */
  public static Arm arm(String id, String fixture) {
    String configuration = id.split("/")[0];
    return new Arm(id, configuration.split("\\.")[0], "", configuration, "", "default", "jdk25", fixture, false, null,
        Map.of(), null, List.of(), null, null, null);
  }
}
