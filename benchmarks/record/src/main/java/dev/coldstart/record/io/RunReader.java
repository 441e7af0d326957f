package dev.coldstart.record.io;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.JmhResult;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;

/** Reads a run's folder and checks it: a run that was killed is readable, one that was damaged is refused. */
public final class RunReader {

  private final RunFolder folder;
  private final List<String> warnings = new ArrayList<>();

  private RunReader(RunFolder folder) {
    this.folder = folder;
  }

  /**
   * @param folder a run's folder, or a link to one
   * @throws RunFormatException when it is not what SCHEMA.md says
   */
  public static RunData read(Path folder) {
    return new RunReader(new RunFolder(real(folder))).read();
  }

  /**
   * The manifest alone, for a list of many runs.
   *
   * @throws RunFormatException when it is not what SCHEMA.md says
   */
  public static Manifest manifest(Path folder) {
    return new RunReader(new RunFolder(real(folder))).manifest();
  }

  private RunData read() {
    Manifest manifest = manifest();
    List<BlockEnd> blocks = blocks();
    List<ArmLaunches> arms = launches(manifest, againBlocks(blocks));
    List<JmhResult> jmh = JmhFiles.read(folder.jmh(), warnings);
    Scenarios scenarios = ScenarioFiles.read(folder, manifest, warnings);
    return new RunData(folder, manifest, arms, blocks, jmh, scenarios, List.copyOf(warnings));
  }

  /** The link {@code latest} is followed, for the folder's name is the run's id. */
  private static Path real(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new RunFormatException(
          "no run folder at " + folder + "; runs lie in reports/out, the newest at reports/out/latest");
    }
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw new RunFormatException(folder + " cannot be read: " + e, e);
    }
  }

  private Manifest manifest() {
    Path file = folder.manifest();
    if (!Files.isRegularFile(file)) {
      throw new RunFormatException(
          folder.path() + " is not a run folder: it has no manifest.json; give a folder under reports/out");
    }
    Manifest manifest;
    try {
      manifest = RunJson.MAPPER.readValue(file, Manifest.class);
    } catch (JacksonException e) {
      throw new RunFormatException(file + " is not a manifest: " + RunJson.problem(e), e);
    }
    if (manifest == null || manifest.schema() != Manifest.SCHEMA) {
      throw new RunFormatException(String.format(Locale.ROOT,
          "%s: schema=%s, but this version reads schema=%d: take the version of coldstart that wrote the run", file,
          manifest == null ? "none" : manifest.schema(), Manifest.SCHEMA));
    }
    return manifest;
  }

  /** Runs older than the file have none. */
  private List<BlockEnd> blocks() {
    List<BlockEnd> blocks = new ArrayList<>();
    Path file = RunFolder.kept(folder.blocks());
    if (Files.exists(file)) {
      new JsonLines<>(file, BlockEnd.class, warnings).forEach((line, block) -> blocks.add(block));
    }
    return List.copyOf(blocks);
  }

  private static Map<String, Set<Integer>> againBlocks(List<BlockEnd> blocks) {
    Map<String, Set<Integer>> again = new HashMap<>();
    for (BlockEnd block : blocks) {
      if (block.again() != null) {
        again.computeIfAbsent(block.fixture(), fixture -> new HashSet<>()).add(block.block());
      }
    }
    return again;
  }

  private List<ArmLaunches> launches(Manifest manifest, Map<String, Set<Integer>> again) {
    Map<ArmKey, List<Launch>> byArm = new HashMap<>();
    for (Arm arm : manifest.arms()) {
      if (byArm.put(arm.key(), new ArrayList<>()) != null) {
        throw new RunFormatException(
            folder.manifest() + ": arm " + arm.arm() + " of fixture " + arm.fixture() + " stands there twice");
      }
    }
    read(byArm);
    return manifest.arms()
        .stream()
        .map(arm -> new ArmLaunches(arm, byArm.get(arm.key()), Set.copyOf(again.getOrDefault(arm.fixture(), Set.of()))))
        .toList();
  }

  private void read(Map<ArmKey, List<Launch>> byArm) {
    Path file = RunFolder.kept(folder.launches());
    if (!Files.exists(file)) {
      warnings.add(folder.launches().getFileName() + " is missing: the run holds no launch");
      return;
    }
    PhaseSums sums = new PhaseSums();
    JsonLines<Launch> lines = new JsonLines<>(file, Launch.class, warnings);
    lines.forEach((line, launch) -> {
      problem(launch).ifPresent(problem -> {
        throw lines.wrong(line, problem, null);
      });
      sums.check(line, launch);
      listOf(byArm, file, line, launch).add(launch);
    });
    sums.warning().ifPresent(warnings::add);
  }

  /** What no reader could do with it; empty when it is as SCHEMA.md says. */
  private static Optional<String> problem(Launch launch) {
    if (launch.valid() && (launch.firstResponseNs() == null || launch.phasesNs() == null)) {
      return Optional.of("a valid launch needs \"firstResponseNs\" and \"phasesNs\"");
    }
    return launch.valid() && launch.firstResponseNs() <= 0
        ? Optional.of("firstResponseNs=" + launch.firstResponseNs() + ", but a response takes time")
        : Optional.empty();
  }

  private static List<Launch> listOf(Map<ArmKey, List<Launch>> byArm, Path file, long line, Launch launch) {
    List<Launch> launches = byArm.get(launch.key());
    if (launches == null) {
      throw new RunFormatException(String.format(Locale.ROOT,
          "%s line %d: arm %s of fixture %s is not in manifest.json; add it there or take the line out", file, line,
          launch.arm(), launch.fixture()));
    }
    return launches;
  }

  /** Checks that a launch's phases are parts of its first response: none is negative, and they add up to it. */
  private static final class PhaseSums {

    /** How far the sum may be off, as a part of the first response: two clocks are read, by parent and child. */
    private static final double TOLERANCE = 0.01;

    private long count;
    private String first;

    void check(long line, Launch launch) {
      if (launch.valid() && !addUp(launch)) {
        count++;
        if (first == null) {
          first = String.format(Locale.ROOT, "line %d, arm %s, fixture %s, firstResponseNs=%d, sumNs=%d", line,
              launch.arm(), launch.fixture(), launch.firstResponseNs(), launch.phasesNs().sumNs());
        }
      }
    }

    Optional<String> warning() {
      return count == 0
          ? Optional.empty()
          : Optional.of("phases are negative or do not add up to the first response within 1 % in " + count
              + (count == 1 ? " launch" : " launches") + "; first at " + first);
    }

    private static boolean addUp(Launch launch) {
      for (Long ns : launch.phasesNs().inOrder()) {
        if (ns != null && ns < 0) {
          return false;
        }
      }
      double offNs = Math.abs(launch.phasesNs().sumNs() - launch.firstResponseNs());
      return offNs <= TOLERANCE * launch.firstResponseNs();
    }
  }
}
