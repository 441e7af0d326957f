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

/**
 * A folder with a {@code tune.json}: the tuning's own, or where the two are kept together that of the run it ended
 * with.
 */
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
   * Those in a folder, in no order.
   *
   * @throws UncheckedIOException when the folder cannot be read
   */
  public static List<TuningFolder> in(Path out) {
    return RunFolder.foldersIn(out, "the tunings")
        .stream()
        .map(TuningFolder::new)
        .filter(TuningFolder::isThere)
        .toList();
  }

  /** @throws RunFormatException when there is none, or it is not what TUNE.md says */
  public Tuning read() {
    if (!isThere()) {
      throw new RunFormatException(
          path + " is not a tuning's folder: it has no tune.json; give one that coldstart tune made");
    }
    try {
      Tuning tuning = RunJson.MAPPER.readValue(json(), Tuning.class);
      if (tuning == null || tuning.schema() != Tuning.SCHEMA) {
        throw new RunFormatException(
            json() + " is not what this version of coldstart reads: take the one that wrote it");
      }
      return tuning;
    } catch (JacksonException e) {
      throw new RunFormatException(json() + " is damaged: " + RunJson.problem(e), e);
    }
  }

  /** Writes {@code tune.json}, in place of an older one. */
  public void write(Tuning tuning) throws IOException {
    RunJson.replace(json(), tuning);
  }

  /** The run that it ended with, where that is still there: this folder itself, or one beside it. */
  public Optional<RunFolder> endRun(Tuning tuning) {
    Optional<RunFolder> own = Optional.of(new RunFolder(path)).filter(RunFolder::isBegun);
    return tuning.end() == null ? own : own.or(() -> named(tuning.end().run(), path.getParent()));
  }

  /** Whether the run of a round is still there. */
  public boolean hasRounds(Tuning tuning) {
    return tuning.rounds().stream().anyMatch(round -> round(round).isPresent());
  }

  /** Whether it is kept for long, without its rounds: nothing is written into it unasked. */
  public boolean isKept(Tuning tuning) {
    return !tuning.rounds().isEmpty() && !hasRounds(tuning);
  }

  /** The run of a round, where it was begun and is still there. */
  public Optional<RunFolder> round(Tuning.Round round) {
    return named(round.run(), path);
  }

  private static Optional<RunFolder> named(String run, Path in) {
    return Optional.of(run).filter(RunFolder::isId).map(in::resolve).map(RunFolder::new).filter(RunFolder::isBegun);
  }
}
