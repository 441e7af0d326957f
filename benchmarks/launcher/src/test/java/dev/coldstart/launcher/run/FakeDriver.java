package dev.coldstart.launcher.run;

import dev.coldstart.launcher.launch.LaunchDriver;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.results.Launch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts nothing: each launch takes a fixed time of a clock that stands otherwise. */
final class FakeDriver implements LaunchDriver {

  static final long LAUNCH_NS = 100;

  private final List<Launch> made = new ArrayList<>();
  private final Map<String, Integer> failuresLeft = new HashMap<>();
  private long nowNs = 7;

  long nowNs() {
    return nowNs;
  }

  /** Every launch, reported or not. */
  List<Launch> made() {
    return made;
  }

  /** Lets the first launches of a configuration fail. */
  FakeDriver failing(String configuration, int times) {
    failuresLeft.put(configuration, times);
    return this;
  }

  @Override
  public Launched launch(PlannedArm arm, Slot slot) {
    nowNs += LAUNCH_NS;
    int left = failuresLeft.getOrDefault(arm.configuration().id(), 0);
    failuresLeft.put(arm.configuration().id(), left - 1);
    boolean valid = left <= 0;
    String reason = valid ? null : "exit code " + made.size();
    Launch launch =
        new Launch(
            slot.block(), slot.position(), arm.id(), arm.fixture().id(), slot.warmup(), valid, reason, nowNs, null, null,
            null, null, null, null, null, null, null, null, null, null, 0);
    made.add(launch);
    return new Launched(launch, "Fake 1");
  }
}
