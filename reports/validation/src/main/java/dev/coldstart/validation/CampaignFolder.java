package dev.coldstart.validation;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.run.Preset;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.validation.estimate.Validation;
import dev.coldstart.validation.estimate.ValidationCampaign.Condition;
import dev.coldstart.validation.estimate.ValidationCampaign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A campaign's folder: one folder a condition, with its run in it, and beside them what another harness timed. */
record CampaignFolder(Path path) {

  private static final String MANIFEST = "manifest.json";
  private static final String HYPERFINE = "hyperfine";

  /** Those that somebody chooses to find a difference by. */
  private static final List<Preset> PRESETS = List.of(Preset.QUICK, Preset.DEFAULT, Preset.NIGHTLY, Preset.TAIL);

  private static final Comparator<Condition> BY_START =
      Comparator.comparing(condition -> condition.run().manifest().startedAt());

  /**
   * Reads all of it and counts how often the harness was right.
   *
   * @throws UserError when it holds no run, or more than one in a condition
   * @throws RunFormatException when a run is damaged, or of another kind
   */
  ValidationCampaign read() throws IOException {
    List<Path> conditions =
        folders(path).stream().filter(folder -> !folder.getFileName().toString().equals(HYPERFINE)).toList();
    if (conditions.isEmpty()) {
      throw new UserError(path + " holds no condition: expected is one folder a condition with a run in it;"
          + " scripts/validate-harness makes them");
    }
    Path beside = path.resolve(HYPERFINE);
    return new ValidationCampaign(Preset.DEFAULT.blocks(),
        conditions.stream().map(CampaignFolder::condition).sorted(BY_START).toList(), PRESETS,
        Files.isDirectory(beside) ? HyperfineTimes.read(beside, runIn(beside)) : null);
  }

  private static Condition condition(Path folder) {
    RunData run = RunReader.read(runIn(folder));
    return new Condition(folder.getFileName().toString(), run, Validation.of(run, blocks()));
  }

  /** Those of the curve, and those of every preset. */
  private static List<Integer> blocks() {
    return Stream.concat(Validation.BLOCKS.stream(), PRESETS.stream().map(Preset::blocks)).distinct().sorted().toList();
  }

  /** The folder itself, or the one run in it. */
  private static Path runIn(Path folder) {
    if (Files.exists(folder.resolve(MANIFEST))) {
      return folder;
    }
    List<Path> runs = folders(folder).stream().filter(run -> Files.exists(run.resolve(MANIFEST))).toList();
    if (runs.size() != 1) {
      throw new UserError(
          folder + " holds " + (runs.isEmpty() ? "no run" : runs.size() + " runs") + ", but a condition is one run: "
              + (runs.isEmpty() ? "take the folder away, or measure into it" : "leave one of them"));
    }
    return runs.get(0);
  }

  /** The folders in a folder, without links and hidden ones. */
  private static List<Path> folders(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> Files.isDirectory(entry) && !Files.isSymbolicLink(entry))
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UserError(folder + " cannot be read: " + e, e);
    }
  }
}
