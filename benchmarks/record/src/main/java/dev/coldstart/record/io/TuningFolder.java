package dev.coldstart.record.io;

import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.Tuning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** A folder with a {@code tune.json}: the tuning's own, or that of its final run if both are archived together. */
public record TuningFolder(Path path) {

  public String id() {
    return path.getFileName().toString();
  }

  public Path json() {
    return path.resolve("tune.json");
  }

  public Path html() {
    return path.resolve("tune.html");
  }

  public boolean isThere() {
    return Files.isRegularFile(json());
  }

  /**
   * The tunings in a folder, in no order.
   *
   * @throws UncheckedIOException if the folder cannot be read
   */
  public static List<TuningFolder> in(Path out) {
    return RunFolder.foldersIn(out, "the tunings")
        .stream()
        .map(TuningFolder::new)
        .filter(TuningFolder::isThere)
        .toList();
  }

  /** @throws RunFormatException if there is no {@code tune.json}, or if it does not follow TUNE.md */
  public Tuning read() {
    if (!isThere()) {
      throw new RunFormatException(
          path + " is not a tuning's folder: it has no tune.json; give a folder that coldstart tune made");
    }
    try {
      Tuning tuning = RunJson.MAPPER.readValue(json(), Tuning.class);
      if (tuning == null || tuning.schema() != Tuning.SCHEMA) {
        throw new RunFormatException(
            json() + " cannot be read by this version of coldstart: use the version that wrote it");
      }
      return tuning;
    } catch (JacksonException e) {
      throw new RunFormatException(json() + " is damaged: " + RunJson.problem(e), e);
    }
  }

  /** Writes or replaces {@code tune.json} atomically. */
  public void write(Tuning tuning) throws IOException {
    RunJson.replace(json(), tuning);
  }

  /** The tuning's final run, if it still exists: in this folder or next to it. */
  public Optional<RunFolder> endRun(Tuning tuning) {
    Optional<RunFolder> own = Optional.of(new RunFolder(path)).filter(RunFolder::isBegun);
    return tuning.end() == null ? own : own.or(() -> named(tuning.end().run(), path.getParent()));
  }

  /** Whether the run of any round still exists. */
  public boolean hasRounds(Tuning tuning) {
    return tuning.rounds().stream().anyMatch(round -> round(round).isPresent());
  }

  /** Whether the tuning is archived, without its rounds. Nothing is written into it unless the user asks. */
  public boolean isKept(Tuning tuning) {
    return !tuning.rounds().isEmpty() && !hasRounds(tuning);
  }

  /** The run of a round, if it has begun and still exists. */
  public Optional<RunFolder> round(Tuning.Round round) {
    return named(round.run(), path);
  }

  private static Optional<RunFolder> named(String run, Path in) {
    return Optional.of(run).filter(RunFolder::isId).map(in::resolve).map(RunFolder::new).filter(RunFolder::isBegun);
  }
}
