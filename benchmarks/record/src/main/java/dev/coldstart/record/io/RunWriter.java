package dev.coldstart.record.io;

import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Launch;
import dev.coldstart.record.LaunchLine;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.Scenarios;
import dev.coldstart.record.text.Commands;
import dev.coldstart.record.text.IoReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a run's folder during the run. It appends each launch as it ends, so that a killed run keeps everything it
 * measured. It never overwrites an older run. A folder that cannot be written is reported before the first launch, not
 * after hours.
 */
public final class RunWriter implements AutoCloseable {

  private final RunFolder folder;

  /** The writers by the record type of their lines. */
  private final Map<Class<?>, LineWriter> files = new LinkedHashMap<>();

  private RunWriter(RunFolder folder) throws IOException {
    this.folder = folder;
    files.put(Launch.class, new LineWriter(folder.launches(), Launch.class));
    files.put(BlockEnd.class, new LineWriter(folder.blocks(), BlockEnd.class));
    for (LineWriter file : files.values()) {
      file.open();
    }
    for (Scenarios.Kind<?> scenario : Scenarios.KINDS) {
      files.put(scenario.line(), new LineWriter(folder.scenario(scenario.id()), scenario.line()));
    }
  }

  /**
   * Creates the folder {@code <out>/<runId>} with the manifest, no launches and an empty folder for JMH's files.
   *
   * @throws UncheckedIOException if the folder exists already or cannot be written
   */
  public static RunWriter create(Path out, Manifest manifest) {
    if (!RunFolder.isId(manifest.runId())) {
      throw new IllegalArgumentException(
          "run id \"" + manifest.runId() + "\" cannot name a folder: use up to 100 letters, digits, '.', '_' and '-'");
    }
    RunFolder folder = new RunFolder(out.resolve(manifest.runId()));
    try {
      Files.createDirectories(out);
      Files.createDirectory(folder.path());
      Files.createDirectory(folder.jmh());
      RunJson.replace(folder.manifest(), manifest);
      return new RunWriter(folder);
    } catch (FileAlreadyExistsException e) {
      throw new UncheckedIOException(
          e.getFile() + " already exists and is never overwritten: choose another run id or folder", e);
    } catch (IOException e) {
      throw new UncheckedIOException("no run can be written to " + folder.path() + " (" + IoReason.of(e)
          + "): choose a folder that is writable, with --out", e);
    }
  }

  /**
   * Resumes an interrupted run. A torn last line is first moved to a file in the same folder.
   *
   * @throws UncheckedIOException if the folder cannot be written
   */
  public static RunWriter resume(RunFolder folder) {
    try {
      return new RunWriter(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("the run in " + folder.path() + " cannot be written to (" + IoReason.of(e) + ")",
          e);
    }
  }

  public RunFolder folder() {
    return folder;
  }

  /** Appends a block's end, after the lines of its launches. */
  public void append(BlockEnd end) {
    files.get(BlockEnd.class).append(List.of(end), null);
  }

  /**
   * Appends lines of one type to their file in a single write, so that a reader sees all of them or a torn last line.
   */
  public void append(List<? extends LaunchLine> together) {
    files.get(together.get(0).getClass()).append(together, null);
  }

  /** Appends a shard to a merged run. Each line gets the number of the shard. */
  public void append(List<Launch> launches, List<BlockEnd> blocks, int shard) {
    files.get(Launch.class).append(launches, shard);
    files.get(BlockEnd.class).append(blocks, shard);
  }

  /** Replaces the manifest when more is known: the engines' own names and versions, and how the run ended. */
  public void update(Manifest manifest) {
    try {
      RunJson.replace(folder.manifest(), manifest);
    } catch (IOException e) {
      throw new UncheckedIOException(folder.manifest() + " cannot be written (" + e.getMessage()
          + "): is the disk full? Make room, then resume with "
          + Commands.here().coldstart("run", "--resume", folder.path().toAbsolutePath().toString()), e);
    }
  }

  @Override
  public void close() {
    IOException failure = null;
    for (LineWriter file : files.values()) {
      try {
        file.close();
      } catch (IOException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw new UncheckedIOException("the run in " + folder.path() + " cannot be closed", failure);
    }
  }
}
