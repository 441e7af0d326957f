package dev.coldstart.report.page;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Records;
import dev.coldstart.record.SampleRun;
import java.util.ArrayList;
import java.util.List;

/** Synthetic runs whose profiles change the command line, as real ones do. */
public final class SettingRuns {

  private SettingRuns() {}

  public static SampleRun withSettings(SampleRun run) {
    return run.withArms(arm -> {
      List<String> command = new ArrayList<>(arm.command());
      command.add(1, "-Dprofile=" + arm.profile());
      return with(arm, command);
    });
  }

  private static Arm with(Arm a, List<String> command) {
    return Records.with(a, "command", command);
  }
}
