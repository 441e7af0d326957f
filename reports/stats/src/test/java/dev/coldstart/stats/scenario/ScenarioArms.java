package dev.coldstart.stats.scenario;

import dev.coldstart.record.Arm;
import java.util.List;
import java.util.Map;

/** Arms of one fixture, for scenarios with a known truth. */
final class ScenarioArms {

  static final String FIXTURE = "noop";

  private ScenarioArms() {}

  static Arm arm(String configuration) {
    return arm(configuration, "default");
  }

  static Arm arm(String configuration, String profile) {
    return new Arm(configuration + "/" + profile + "/jdk25", "x", "X", configuration, configuration, profile, "jdk25",
        FIXTURE, false, null, Map.of(), null, List.of(), null, null, null);
  }
}
