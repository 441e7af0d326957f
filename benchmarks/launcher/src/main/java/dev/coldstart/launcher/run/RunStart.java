package dev.coldstart.launcher.run;

import dev.coldstart.launcher.loop.RecordedLaunches;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Scenarios;
import dev.coldstart.record.io.RunWriter;
import java.time.Duration;
import java.util.List;

/**
 * A run as a process takes it up: new, or cut before. From here on the two are the same.
 *
 * @param manifest as it stands in the folder
 * @param writer of the folder
 * @param arms the manifest's, in its order
 * @param recorded what was recorded of the headline before
 * @param scenarios what was recorded before of what stands beside the headline
 * @param budget how long the launches may take from now on
 */
record RunStart(Manifest manifest, RunWriter writer, List<PlannedArm> arms, RecordedLaunches recorded,
    Scenarios scenarios, Duration budget) {

  boolean isResumed() {
    return manifest.resumedAt() != null;
  }
}
