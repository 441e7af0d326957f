package dev.coldstart.validation;

import dev.coldstart.launcher.UserError;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.validation.estimate.ValidationCampaign.Walls;
import dev.coldstart.validation.estimate.WallAgreement.Pair;
import dev.coldstart.validation.estimate.WallAgreement;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What hyperfine timed beside each launch of a run: {@link #FILE} in the run's folder, one line a time. */
final class HyperfineTimes {

  static final String FILE = "hyperfine.jsonl";

  private static final String VERSION = "version";
  private static final double MS_PER_S = 1e3;
  private static final int MOST_VERSION_LETTERS = 60;

  /** Of the resampling; any would do. */
  private static final long SEED = 1;

  /**
   * One child's wall time as hyperfine took it.
   *
   * @param block of the launch that it stands beside
   * @param arm that launch's arm
   * @param fixture that launch's fixture
   * @param seconds from spawn to exit
   */
  record Time(int block, String arm, String fixture, double seconds) {}

  private HyperfineTimes() {}

  /**
   * @param folder holds the run and, in a file, the program's version
   * @throws UserError when a line is wrong, or no block has times of both
   */
  static Walls read(Path folder, Path run) throws IOException {
    Map<Time, Double> times = times(RunFolder.kept(run.resolve(FILE)));
    List<WallAgreement> arms = new ArrayList<>();
    for (ArmLaunches arm : RunReader.read(run).arms()) {
      List<Pair> pairs = pairs(arm, times);
      if (!pairs.isEmpty()) {
        arms.add(WallAgreement.of(arm.arm().arm() + " of " + arm.arm().fixture(), pairs, SEED));
      }
    }
    if (arms.isEmpty()) {
      throw new UserError(run + " has no block that both timed; make it again with scripts/compare-hyperfine, or take"
          + " the folder away");
    }
    return new Walls(version(folder.resolve(VERSION)), arms);
  }

  private static List<Pair> pairs(ArmLaunches arm, Map<Time, Double> times) {
    List<Pair> pairs = new ArrayList<>();
    for (Launch launch : arm.counted()) {
      Double seconds = times.get(place(launch.block(), launch.arm(), launch.fixture()));
      if (seconds != null && launch.wallNs() != null) {
        pairs.add(new Pair(launch.wallNs() / Format.NS_PER_MS, seconds * MS_PER_S));
      }
    }
    return pairs;
  }

  /** A launch's block, arm and fixture, as a key. */
  private static Time place(int block, String arm, String fixture) {
    return new Time(block, arm, fixture, 0);
  }

  private static Map<Time, Double> times(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UserError(file + " is missing; make it with scripts/compare-hyperfine, or take the folder away");
    }
    Map<Time, Double> times = new HashMap<>();
    try (BufferedReader lines = RunFolder.lines(file)) {
      String line = lines.readLine();
      for (int number = 1; line != null; number++) {
        Time time = time(line, file + " line " + number);
        times.put(place(time.block(), time.arm(), time.fixture()), time.seconds());
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
      throw new UserError(where + " is not what measure --hyperfine writes: " + e.getOriginalMessage(), e);
    }
    throw new UserError(where + " holds no time; take it out");
  }

  private static String version(Path file) throws IOException {
    return Files.isRegularFile(file)
        ? SafeText.start(Files.readString(file).lines().findFirst().orElse("hyperfine"), MOST_VERSION_LETTERS)
        : "hyperfine";
  }
}
