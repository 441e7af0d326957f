package dev.coldstart.validation.faults;

import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.validation.faults.FaultsResult.Row;
import dev.coldstart.validation.faults.FaultsResult.Then;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;

/** Trials in which nothing is started, and sample results of a campaign. */
public final class SampleTrials {

  private SampleTrials() {}

  static Trial in(Path folder) throws IOException {
    return new Trial(new Trial.Bench(new Checkout(folder, folder), folder, new FaultyJdk(folder.resolve("jdk")),
        List.of(), 1, new EnumMap<>(SmallRun.class)), "trial");
  }

  /** A result with one violation. */
  public static FaultsResult result(String said) {
    return new FaultsResult(FaultsResult.SCHEMA, 7, 3, "2026-01-02T03:04:05Z", "0123456789ab",
        "Synthetic CPU, 2 processors", "Synthetic 25", List.of("a changed clock, because " + said),
        List.of(
            new Row(1, FaultKind.SIGNAL, "SIGINT to the launcher", false, "exit 130", said, Then.RESUMED, 6_000,
                List.of()),
            new Row(2, FaultKind.DAMAGED, "manifest.json is empty", false, "exit 2", "coldstart: " + said, Then.REFUSED,
                900, List.of("it was refused, but changed: " + said)),
            new Row(3, FaultKind.SIGNAL, "SIGHUP to the whole group", true, "exit 0", said, Then.FINISHED, 5_000,
                List.of())));
  }
}
