package dev.coldstart.record.io;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.BurstLaunch;
import dev.coldstart.record.LaunchLine;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.Scenarios;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads the files of the scenarios and checks each line; a file that is missing is a scenario that was not run. */
final class ScenarioFiles {

  private record Burst(int block, ArmKey arm, int starts) {}

  private final RunFolder folder;
  private final Set<ArmKey> arms;
  private final List<String> warnings;

  private ScenarioFiles(RunFolder folder, Manifest manifest, List<String> warnings) {
    this.folder = folder;
    this.arms = manifest.arms().stream().map(Arm::key).collect(Collectors.toUnmodifiableSet());
    this.warnings = warnings;
  }

  static Scenarios read(RunFolder folder, Manifest manifest, List<String> warnings) {
    ScenarioFiles files = new ScenarioFiles(folder, manifest, warnings);
    Map<String, List<LaunchLine>> lines = new LinkedHashMap<>();
    Scenarios.KINDS.forEach(kind -> lines.put(kind.id(), files.lines(folder.scenario(kind.id()), kind.line())));
    lines.computeIfPresent(Scenarios.BURST, (id, burst) -> files.whole(burst));
    lines.values().removeIf(List::isEmpty);
    return new Scenarios(lines);
  }

  /**
   * Without bursts whose lines were cut off: fewer launches would seem to have started together than did. A run that
   * goes on makes such a burst again, behind what is left of the first.
   */
  private List<LaunchLine> whole(List<LaunchLine> launches) {
    Map<Burst, List<BurstLaunch>> bursts = new LinkedHashMap<>();
    for (LaunchLine line : launches) {
      BurstLaunch launch = (BurstLaunch) line;
      bursts.computeIfAbsent(burst(launch), burst -> new ArrayList<>()).add(launch);
    }
    List<LaunchLine> whole = new ArrayList<>();
    bursts.forEach((burst, lines) -> {
      List<BurstLaunch> last = lines.subList(Math.max(0, lines.size() - burst.starts()), lines.size());
      if (IntStream.range(0, burst.starts()).allMatch(i -> i < last.size() && last.get(i).index() == i)) {
        whole.addAll(last);
      }
    });
    if (whole.size() < launches.size()) {
      warnings.add(folder.scenario(Scenarios.BURST).getFileName() + ": " + (launches.size() - whole.size())
          + " lines are of bursts that have not a line for each launch, and are set aside: the run was killed while they"
          + " were written");
    }
    return List.copyOf(whole);
  }

  private static Burst burst(BurstLaunch launch) {
    return new Burst(launch.block(), launch.key(), launch.starts());
  }

  private <T extends LaunchLine> List<LaunchLine> lines(Path file, Class<T> type) {
    Path kept = RunFolder.kept(file);
    if (!Files.exists(kept)) {
      return List.of();
    }
    List<LaunchLine> read = new ArrayList<>();
    JsonLines<T> lines = new JsonLines<>(kept, type, warnings);
    lines.forEach((line, launch) -> {
      if (!arms.contains(launch.key())) {
        throw lines.wrong(line, "arm " + launch.arm() + " of fixture " + launch.fixture()
            + " is not in manifest.json; add it there or take the line out", null);
      }
      if (launch.problem() != null) {
        throw lines.wrong(line, launch.problem(), null);
      }
      read.add(launch);
    });
    return List.copyOf(read);
  }
}
