package dev.coldstart.record;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads the files of the scenarios and checks each line; a file that is missing is a scenario that was not run. */
final class ScenarioFiles {

  /** What an instance takes is a difference. */
  private static final int LEAST_READINGS = 2;

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
    return new Scenarios(files.coldToWarm(), files.memory(), files.burst());
  }

  private List<WarmLaunch> coldToWarm() {
    return lines(folder.coldToWarm(), WarmLaunch.class, (check, launch) -> {
      check.arm(launch.key());
      if (launch.valid()) {
        check.holds(launch.firstResponseNs() != null && launch.callNs() != null,
            "needs \"firstResponseNs\" and \"callNs\"");
        check.holds(launch.firstResponseNs() > 0, "has firstResponseNs=" + launch.firstResponseNs());
        check.holds(noneBelow(0, launch.callNs()), "has a negative \"callNs\"");
      }
    });
  }

  private List<MemoryLaunch> memory() {
    return lines(folder.memory(), MemoryLaunch.class, (check, launch) -> {
      check.arm(launch.key());
      if (launch.valid()) {
        check.holds(launch.instances() != null && launch.rssBytes() != null, "needs \"instances\" and \"rssBytes\"");
        check.holds(
            launch.instances().length == launch.rssBytes().length && launch.instances().length >= LEAST_READINGS,
            "needs " + LEAST_READINGS + " or more \"instances\" and as many \"rssBytes\"");
        check.holds(isRising(launch.instances()), "has \"instances\" that do not rise");
        check.holds(noneBelow(1, launch.rssBytes()), "has a \"rssBytes\" below 1");
      }
    });
  }

  private List<BurstLaunch> burst() {
    List<BurstLaunch> launches = lines(folder.burst(), BurstLaunch.class, (check, launch) -> {
      check.arm(launch.key());
      check.that(launch.index() >= 0 && launch.index() < launch.starts(),
          "index=" + launch.index() + " of starts=" + launch.starts());
      if (launch.valid()) {
        check.holds(launch.lateNs() != null && launch.responseNs() != null, "needs \"lateNs\" and \"responseNs\"");
        check.holds(launch.responseNs() > 0, "has responseNs=" + launch.responseNs());
      }
    });
    return whole(launches);
  }

  /**
   * Without bursts whose lines were cut off: fewer launches would seem to have started together than did. A run that
   * goes on makes such a burst again, behind what is left of the first.
   */
  private List<BurstLaunch> whole(List<BurstLaunch> launches) {
    Map<Burst, List<BurstLaunch>> bursts = new LinkedHashMap<>();
    launches.forEach(launch -> bursts.computeIfAbsent(burst(launch), burst -> new ArrayList<>()).add(launch));
    List<BurstLaunch> whole = new ArrayList<>();
    bursts.forEach((burst, lines) -> {
      List<BurstLaunch> last = lines.subList(Math.max(0, lines.size() - burst.starts()), lines.size());
      if (IntStream.range(0, burst.starts()).allMatch(i -> i < last.size() && last.get(i).index() == i)) {
        whole.addAll(last);
      }
    });
    if (whole.size() < launches.size()) {
      warnings.add(folder.burst().getFileName() + ": " + (launches.size() - whole.size())
          + " lines are of bursts that have not a line for each launch, and are set aside: the run was killed while they"
          + " were written");
    }
    return List.copyOf(whole);
  }

  private static Burst burst(BurstLaunch launch) {
    return new Burst(launch.block(), launch.key(), launch.starts());
  }

  private <T> List<T> lines(Path file, Class<T> type, BiConsumer<Check, T> rule) {
    Path kept = RunFolder.kept(file);
    if (!Files.exists(kept)) {
      return List.of();
    }
    List<T> read = new ArrayList<>();
    JsonLines<T> lines = new JsonLines<>(kept, type, warnings);
    lines.forEach((line, launch) -> {
      rule.accept(new Check(lines, line), launch);
      read.add(launch);
    });
    return List.copyOf(read);
  }

  /** What must hold of one line. */
  private final class Check {

    private final JsonLines<?> lines;
    private final long line;

    Check(JsonLines<?> lines, long line) {
      this.lines = lines;
      this.line = line;
    }

    void that(boolean held, String problem) {
      if (!held) {
        throw lines.wrong(line, problem, null);
      }
    }

    void holds(boolean held, String problem) {
      that(held, "a valid launch " + problem);
    }

    void arm(ArmKey key) {
      that(arms.contains(key), "arm " + key.arm() + " of fixture " + key.fixture()
          + " is not in manifest.json; add it there or take the line out");
    }
  }

  private static boolean noneBelow(long least, long[] values) {
    for (long value : values) {
      if (value < least) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRising(int[] values) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] <= (i == 0 ? 0 : values[i - 1])) {
        return false;
      }
    }
    return true;
  }
}
