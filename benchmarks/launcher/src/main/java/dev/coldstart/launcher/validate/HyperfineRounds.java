package dev.coldstart.launcher.validate;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.launch.Shown;
import dev.coldstart.results.ArmLaunches;
import dev.coldstart.results.Launch;
import dev.coldstart.results.RunData;
import dev.coldstart.results.RunReader;
import dev.coldstart.stats.ValidationCampaign.Walls;
import dev.coldstart.stats.WallAgreement;
import dev.coldstart.stats.WallAgreement.Round;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What hyperfine timed beside coldstart. Each round is a run's folder, in which {@code hyperfine.json} is what
 * hyperfine exported of the same commands; it names a command {@code <arm> of <fixture>}.
 */
final class HyperfineRounds {

  private static final String FILE = "hyperfine.json";
  private static final String VERSION = "version";
  private static final double MS_PER_S = 1e3;
  private static final double NS_PER_MS = 1e6;
  private static final int MOST_VERSION_CHARACTERS = 60;

  /** Of the resampling; any would do. */
  private static final long SEED = 1;

  private HyperfineRounds() {}

  /** @throws UserError when a round is not whole */
  static Walls read(Path folder) throws IOException {
    Map<String, List<Round>> rounds = new LinkedHashMap<>();
    for (Path round : CampaignFolder.folders(folder)) {
      RunData run = RunReader.read(round);
      for (JsonNode result : results(round.resolve(FILE))) {
        String name = result.path("command").asString("");
        rounds.computeIfAbsent(name, any -> new ArrayList<>())
            .add(new Round(wallMs(run, name, round), otherMs(result, round)));
      }
    }
    if (rounds.isEmpty()) {
      throw new UserError(folder + " holds no round; scripts/compare-hyperfine makes them, or take the folder away");
    }
    List<WallAgreement> arms =
        rounds.entrySet().stream().map(arm -> WallAgreement.of(arm.getKey(), arm.getValue(), SEED)).toList();
    return new Walls(version(folder.resolve(VERSION)), arms);
  }

  private static String version(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return "hyperfine";
    }
    return Shown.of(Files.readString(file).lines().findFirst().orElse("hyperfine"), MOST_VERSION_CHARACTERS);
  }

  private static JsonNode results(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UserError(file + " is missing: the round was cut; take its folder away");
    }
    try {
      JsonNode results = JsonMapper.shared().readTree(file).path("results");
      if (results.isEmpty()) {
        throw new UserError(file + " holds no results; take its folder away");
      }
      return results;
    } catch (JacksonException e) {
      throw new UserError(file + " is not what hyperfine exports with --export-json: " + e.getOriginalMessage(), e);
    }
  }

  private static double[] otherMs(JsonNode result, Path round) {
    boolean failed =
        StreamSupport.stream(result.path("exit_codes").spliterator(), false).anyMatch(code -> code.asInt(-1) != 0);
    double[] ms =
        StreamSupport.stream(result.path("times").spliterator(), false)
            .mapToDouble(time -> time.asDouble(0) * MS_PER_S)
            .toArray();
    if (failed || ms.length == 0) {
      throw new UserError(
          round.resolve(FILE) + ": " + (failed ? "a child failed" : "\"times\" are missing")
              + "; take its folder away");
    }
    return ms;
  }

  private static double[] wallMs(RunData run, String name, Path round) {
    ArmLaunches launches =
        run.arms().stream()
            .filter(arm -> (arm.arm().arm() + " of " + arm.arm().fixture()).equals(name))
            .findFirst()
            .orElseThrow(
                () -> new UserError(
                    round.resolve(FILE) + " names \"" + name
                        + "\", which the run beside it has not; take its folder away"));
    double[] ms =
        launches.counted().stream()
            .map(Launch::wallNs)
            .filter(Objects::nonNull)
            .mapToDouble(ns -> ns / NS_PER_MS)
            .toArray();
    if (ms.length == 0) {
      throw new UserError(round + ": no launch of " + name + " counts; take its folder away");
    }
    return ms;
  }
}
