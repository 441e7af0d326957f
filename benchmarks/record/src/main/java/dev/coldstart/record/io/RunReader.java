package dev.coldstart.record.io;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.BurstLaunch;
import dev.coldstart.record.JmhResult;
import dev.coldstart.record.Launch;
import dev.coldstart.record.LaunchLine;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.Scenarios;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.IoReason;
import dev.coldstart.record.text.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjLongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;

/** Reads and checks a run's folder. It accepts a run that was killed and refuses one that was damaged. */
public final class RunReader {

  /** Tolerance of the phases' sum, as a fraction of the first response: parent and child each read a clock. */
  private static final double PHASES_TOLERANCE = 0.01;

  private final RunFolder folder;
  private final Manifest manifest;
  private final Set<ArmKey> arms = new HashSet<>();
  private final List<String> warnings = new ArrayList<>();
  private long wrongPhases;
  private String firstWrongPhases;

  private RunReader(RunFolder folder) {
    this.folder = folder;
    this.manifest = manifest(folder);
    for (Arm arm : manifest.arms()) {
      if (!arms.add(arm.key())) {
        throw new RunFormatException(
            folder.manifest() + ": arm " + arm.arm() + " of fixture " + arm.fixture() + " is listed twice");
      }
    }
    Set<ArmKey> launched =
        manifest.arms().stream().filter(Arm::hasOwnLaunches).map(Arm::key).collect(Collectors.toSet());
    manifest.arms().stream().filter(arm -> !launched.contains(arm.launchKey())).findFirst().ifPresent(arm -> {
      throw new RunFormatException(folder.manifest() + ": arm " + arm.arm() + " of fixture " + arm.fixture()
          + " is launched as " + arm.launchedAs() + ", which is not an arm of that fixture with its own launches");
    });
  }

  /**
   * @param folder a run's folder, or a link to one
   * @throws RunFormatException if the folder does not follow SCHEMA.md
   */
  public static RunData read(Path folder) {
    return new RunReader(new RunFolder(real(folder))).read();
  }

  /**
   * Reads only the manifest, for a list of many runs.
   *
   * @throws RunFormatException if the folder does not follow SCHEMA.md
   */
  public static Manifest manifest(Path folder) {
    return manifest(new RunFolder(real(folder)));
  }

  private RunData read() {
    List<BlockEnd> blocks = new ArrayList<>();
    // Runs older than this file have none.
    lines(folder.blocks(), BlockEnd.class).forEach((block, line) -> blocks.add(block));
    if (manifest.merged() != null) {
      blocks.sort(Comparator.comparingInt(BlockEnd::block));
    }
    List<ArmLaunches> launches = launches(againBlocks(blocks));
    List<JmhResult> jmh = JmhFiles.read(folder.jmh(), warnings);
    warnOfMissingJmh();
    return new RunData(folder, manifest, launches, List.copyOf(blocks), jmh, scenarios(), List.copyOf(warnings));
  }

  /** Follows the link {@code latest}, because the folder's name is the run's id. */
  private static Path real(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new RunFormatException("no run folder at " + folder + Layout.here().whereRunsAre());
    }
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw new RunFormatException(folder + " cannot be read: " + IoReason.of(e), e);
    }
  }

  private static Manifest manifest(RunFolder folder) {
    Path file = folder.manifest();
    if (!Files.isRegularFile(file)) {
      throw new RunFormatException(
          folder.path() + " is not a run folder: it has no manifest.json; give a folder under " + Layout.here().runs());
    }
    Manifest manifest;
    try {
      manifest = RunJson.MAPPER.readValue(file, Manifest.class);
    } catch (JacksonException e) {
      throw new RunFormatException(file + " is not a manifest: " + RunJson.problem(e), e);
    }
    if (manifest == null || manifest.schema() > Manifest.SCHEMA || manifest.schema() < Manifest.OLDEST_SCHEMA) {
      throw new RunFormatException(String.format(Locale.ROOT,
          "%s: schema=%s, but this version reads schema=%d to %d: use the version of coldstart that wrote the run",
          file, manifest == null ? "none" : manifest.schema(), Manifest.OLDEST_SCHEMA, Manifest.SCHEMA));
    }
    return manifest;
  }

  private static Map<String, Set<Integer>> againBlocks(List<BlockEnd> blocks) {
    return blocks.stream()
        .filter(block -> block.again() != null)
        .collect(Collectors.groupingBy(BlockEnd::fixture,
            Collectors.mapping(BlockEnd::block, Collectors.toUnmodifiableSet())));
  }

  private List<ArmLaunches> launches(Map<String, Set<Integer>> again) {
    Path file = folder.launches();
    if (!Files.exists(RunFolder.kept(file))) {
      warnings.add(file.getFileName() + " is missing: the run has no launches");
    }
    Map<ArmKey, List<Launch>> byArm = new HashMap<>();
    checkedLines(file, Launch.class, (launch, line) -> {
      if (launch.valid() && !addUp(launch.phasesNs(), launch.firstResponseNs()) && wrongPhases++ == 0) {
        firstWrongPhases = String.format(Locale.ROOT, "line %d, arm %s, fixture %s, firstResponseNs=%d, sumNs=%d", line,
            launch.arm(), launch.fixture(), launch.firstResponseNs(), launch.phasesNs().sumNs());
      }
      byArm.computeIfAbsent(launch.key(), key -> new ArrayList<>()).add(launch);
    });
    if (manifest.merged() != null) {
      // In the order in which one machine would have made them, so that the same numbers are added up in the same
      // order.
      byArm.values().forEach(all -> all.sort(Comparator.comparingInt(Launch::block)));
    }
    if (wrongPhases > 0) {
      warnings.add("phases are negative or do not add up to the first response within 1 % in "
          + Format.count(wrongPhases, "launch", "launches") + "; first at " + firstWrongPhases);
    }
    return manifest.arms()
        .stream()
        .map(arm -> new ArmLaunches(arm, byArm.getOrDefault(arm.launchKey(), List.of()),
            again.getOrDefault(arm.fixture(), Set.of())))
        .toList();
  }

  /** JMH's files are easily forgotten when a run is archived or copied, and the report is incomplete without them. */
  private void warnOfMissingJmh() {
    int there = JmhFiles.files(folder.jmh()).size();
    int made = manifest.jmh() == null ? 0 : manifest.jmh().results();
    Optional<Path> packed = there == 0 ? folder.packedJmh() : Optional.empty();
    if (packed.isPresent()) {
      String name = packed.get().getFileName().toString();
      warnings.add("JMH's files are missing: the report lacks first calls in JMH, JMH against launches and steady"
          + " states. They are packed: run tar -xf " + name + " in the run's folder, then make the report again");
    } else if (there < made) {
      warnings.add((made - there) + " of JMH's " + Format.count(made, "file", "files")
          + " are missing from jmh/: the report lacks their first calls in JMH and steady states."
          + " Put them back, then make the report again");
    }
  }

  private Scenarios scenarios() {
    Map<String, List<LaunchLine>> lines = new LinkedHashMap<>();
    Scenarios.KINDS.forEach(kind -> {
      List<LaunchLine> read = new ArrayList<>();
      checkedLines(folder.scenario(kind.id()), kind.line(), (launch, line) -> read.add(launch));
      lines.put(kind.id(), List.copyOf(read));
    });
    lines.computeIfPresent(Scenarios.BURST, (id, burst) -> whole(burst));
    lines.values().removeIf(List::isEmpty);
    return new Scenarios(lines);
  }

  /**
   * Reads the lines of a file. Each must be consistent and belong to an arm of the manifest. A missing file has none.
   */
  private <T extends LaunchLine> void checkedLines(Path file, Class<T> type, ObjLongConsumer<T> sink) {
    JsonLines<T> lines = lines(file, type);
    lines.forEach((launch, line) -> {
      if (!arms.contains(launch.key())) {
        throw lines.wrong(line, "arm " + launch.arm() + " of fixture " + launch.fixture()
            + " is not in manifest.json; add it there, or remove the line", null);
      }
      if (launch.problem() != null) {
        throw lines.wrong(line, launch.problem(), null);
      }
      sink.accept(launch, line);
    });
  }

  private <T> JsonLines<T> lines(Path file, Class<T> type) {
    return new JsonLines<>(RunFolder.kept(file), type, warnings);
  }

  /**
   * Removes bursts with missing lines: fewer launches would seem to have started together than did. A resumed run
   * repeats such a burst, and its lines follow the incomplete ones.
   */
  private List<LaunchLine> whole(List<LaunchLine> launches) {
    record Burst(int block, ArmKey arm, int starts) {}
    Map<Burst, List<BurstLaunch>> bursts = launches.stream()
        .map(BurstLaunch.class::cast)
        .collect(Collectors.groupingBy(launch -> new Burst(launch.block(), launch.key(), launch.starts()),
            LinkedHashMap::new, Collectors.toList()));
    List<LaunchLine> whole = new ArrayList<>();
    bursts.forEach((burst, lines) -> {
      List<BurstLaunch> last = lines.subList(Math.max(0, lines.size() - burst.starts()), lines.size());
      if (IntStream.range(0, burst.starts()).allMatch(i -> i < last.size() && last.get(i).index() == i)) {
        whole.addAll(last);
      }
    });
    if (whole.size() < launches.size()) {
      warnings.add(folder.scenario(Scenarios.BURST).getFileName() + ": " + (launches.size() - whole.size())
          + " lines belong to incomplete bursts and were excluded: the run was killed while it wrote" + " them");
    }
    return List.copyOf(whole);
  }

  /** Whether the phases are parts of the first response: none is negative, and they add up to it. */
  private static boolean addUp(PhasesNs phases, long firstResponseNs) {
    return Math.abs(phases.sumNs() - firstResponseNs) <= PHASES_TOLERANCE * firstResponseNs
        && phases.inOrder().stream().noneMatch(ns -> ns != null && ns < 0);
  }
}
