package dev.coldstart.validation;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.run.Preset;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.validation.estimate.Validation;
import dev.coldstart.validation.estimate.ValidationCampaign.Condition;
import dev.coldstart.validation.estimate.ValidationCampaign.Walls;
import dev.coldstart.validation.estimate.ValidationCampaign;
import dev.coldstart.validation.estimate.WallAgreement.Pair;
import dev.coldstart.validation.estimate.WallAgreement;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A campaign's folder: one folder per condition with its run, and next to them the times of another harness. */
record CampaignFolder(Path path) {

  private static final String HYPERFINE = "hyperfine";

  /** In the run with hyperfine: its times, one line per launch. */
  private static final String TIMES = "hyperfine.jsonl";

  private static final String VERSION = "version";
  private static final double MS_PER_S = 1e3;
  private static final int MOST_VERSION_LETTERS = 60;

  /** Seed for resampling the wall times; any value would do. */
  private static final long SEED = 1;

  /** The presets that a user may choose to detect a difference. */
  private static final List<Preset> PRESETS = List.of(Preset.QUICK, Preset.DEFAULT, Preset.NIGHTLY, Preset.TAIL);

  private static final Comparator<Condition> BY_START =
      Comparator.comparing(condition -> condition.run().manifest().startedAt());

  /**
   * Reads the whole campaign and counts how often the harness was right.
   *
   * @throws UserError if the folder holds no run, or more than one in a condition
   * @throws RunFormatException if a run is damaged or of another kind
   */
  ValidationCampaign read() throws IOException {
    List<Path> conditions =
        folders(path).stream().filter(folder -> !folder.getFileName().toString().equals(HYPERFINE)).toList();
    if (conditions.isEmpty()) {
      throw new UserError(path + " holds no condition: it must hold one folder per condition, with a run in it;"
          + " scripts/validate-harness makes them");
    }
    Path beside = path.resolve(HYPERFINE);
    return new ValidationCampaign(Preset.DEFAULT.blocks(),
        conditions.stream().map(CampaignFolder::condition).sorted(BY_START).toList(), PRESETS,
        Files.isDirectory(beside) ? walls(beside, runIn(beside)) : null);
  }

  private static Condition condition(Path folder) {
    RunData run = RunReader.read(runIn(folder));
    return new Condition(folder.getFileName().toString(), run, Validation.of(run, blocks()));
  }

  /** The numbers of blocks of the curve and of every preset. */
  private static List<Integer> blocks() {
    return Stream.concat(Validation.BLOCKS.stream(), PRESETS.stream().map(Preset::blocks)).distinct().sorted().toList();
  }

  /** The folder itself, or the only run in it. */
  private static Path runIn(Path folder) {
    if (new RunFolder(folder).isBegun()) {
      return folder;
    }
    List<Path> runs = folders(folder).stream().filter(run -> new RunFolder(run).isBegun()).toList();
    if (runs.size() != 1) {
      throw new UserError(
          folder + " holds " + (runs.isEmpty() ? "no run" : runs.size() + " runs") + ", but a condition is one run: "
              + (runs.isEmpty() ? "remove the folder, or measure into it" : "keep one of them"));
    }
    return runs.get(0);
  }

  /** The subfolders, without links and hidden ones. */
  private static List<Path> folders(Path folder) {
    return RunFolder.foldersIn(folder, "the conditions")
        .stream()
        .filter(entry -> !entry.getFileName().toString().startsWith("."))
        .sorted()
        .toList();
  }

  /**
   * One child's wall time as measured by hyperfine.
   *
   * @param block of the launch that it accompanies
   * @param arm that launch's arm
   * @param fixture that launch's fixture
   * @param seconds from spawn to exit
   */
  record Time(int block, String arm, String fixture, double seconds) implements ArmKey.Of {}

  /**
   * @param folder contains the run and a file with the program's version
   * @throws UserError if a line is wrong, or no block has times of both
   */
  private static Walls walls(Path folder, Path run) throws IOException {
    Map<List<Object>, Double> times = times(RunFolder.kept(run.resolve(TIMES)));
    List<WallAgreement> arms = new ArrayList<>();
    for (ArmLaunches arm : RunReader.read(run).arms()) {
      List<Pair> pairs = pairs(arm, times);
      if (!pairs.isEmpty()) {
        arms.add(WallAgreement.of(arm.arm().arm() + " of " + arm.arm().fixture(), pairs, SEED));
      }
    }
    if (arms.isEmpty()) {
      throw new UserError(run + " has no block that both timed; make it again with scripts/compare-hyperfine, or remove"
          + " the folder");
    }
    return new Walls(version(folder.resolve(VERSION)), arms);
  }

  private static List<Pair> pairs(ArmLaunches arm, Map<List<Object>, Double> times) {
    List<Pair> pairs = new ArrayList<>();
    for (Launch launch : arm.counted()) {
      Double seconds = times.get(List.of(launch.block(), launch.key()));
      if (seconds != null && launch.wallNs() != null) {
        pairs.add(new Pair(launch.wallNs() / Format.NS_PER_MS, seconds * MS_PER_S));
      }
    }
    return pairs;
  }

  /** By the block and the key of the launch. */
  private static Map<List<Object>, Double> times(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UserError(file + " is missing; make it with scripts/compare-hyperfine, or remove the folder");
    }
    Map<List<Object>, Double> times = new HashMap<>();
    try (BufferedReader lines = RunFolder.lines(file)) {
      String line = lines.readLine();
      for (int number = 1; line != null; number++) {
        Time time = time(line, file + " line " + number);
        times.put(List.of(time.block(), time.key()), time.seconds());
        line = lines.readLine();
      }
    }
    return times;
  }

  private static Time time(String line, String where) {
    try {
      Time time = JsonMapper.shared().readValue(line, Time.class);
      if (time != null && time.arm() != null && time.fixture() != null && time.seconds() > 0) {
        return time;
      }
    } catch (JacksonException e) {
      throw new UserError(where + " is not a line as measure --hyperfine writes it: " + e.getOriginalMessage(), e);
    }
    throw new UserError(where + " holds no time; remove it");
  }

  private static String version(Path file) throws IOException {
    return Files.isRegularFile(file)
        ? SafeText.start(Files.readString(file).lines().findFirst().orElse("hyperfine"), MOST_VERSION_LETTERS)
        : "hyperfine";
  }
}
