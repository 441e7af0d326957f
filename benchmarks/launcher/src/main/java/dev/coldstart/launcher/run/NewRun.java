package dev.coldstart.launcher.run;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.loop.RecordedLaunches;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Scenarios;
import dev.coldstart.record.io.RunWriter;
import java.time.Instant;
import java.util.List;

/** Makes the folder of a new run. */
final class NewRun {

  private NewRun() {}

  /** @throws UserError when nothing of what is asked for is there, or can run here */
  static RunStart start(RunRequest request, Catalog catalog) {
    Instant now = Instant.now();
    return start(RunIds.at(now, request.out()), now, request, catalog);
  }

  /**
   * The same in a folder of that name.
   *
   * @throws UserError likewise
   */
  static RunStart named(String name, RunRequest request, Catalog catalog) {
    return start(name, Instant.now(), request, catalog);
  }

  private static RunStart start(String id, Instant startedAt, RunRequest request, Catalog catalog) {
    List<PlannedArm> arms = request.selection().from(catalog);
    if (arms.stream().allMatch(arm -> arm.cannotRun().isPresent())) {
      throw new UserError("nothing selected can run here; coldstart list says why");
    }
    Manifest manifest = manifest(id, startedAt, request, arms);
    RunWriter writer = RunWriter.create(request.out(), manifest);
    return new RunStart(manifest, writer, arms, RecordedLaunches.none(), Scenarios.NONE, request.size().budget());
  }

  private static Manifest manifest(String id, Instant startedAt, RunRequest request, List<PlannedArm> arms) {
    // A run's folder is there to be shown to others.
    List<String> commandLine = request.commandLine()
        .stream()
        .map(word -> word.replace(request.home().root().toString(), "<coldstart>"))
        .toList();
    return RecordedArms.here(id, startedAt, commandLine, request.plan(arms), request.home(), arms);
  }
}
