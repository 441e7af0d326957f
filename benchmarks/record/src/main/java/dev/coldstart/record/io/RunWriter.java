package dev.coldstart.record.io;

import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Launch;
import dev.coldstart.record.LaunchLine;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.Scenarios;
import dev.coldstart.record.text.Commands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a run's folder while it runs: raw data first, each launch as it ends, so that a run that is killed keeps all
 * that it measured. It never writes over an older run. What fails here says so before the first launch, not after
 * hours.
 */
public final class RunWriter implements AutoCloseable {

  private final RunFolder folder;

  /** By the record that a line is. */
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
   * Makes the folder {@code <out>/<runId>} with the manifest, no launch, and an empty folder for JMH's files.
   *
   * @throws UncheckedIOException when the folder exists already or cannot be written
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
          e.getFile() + " exists already and is never written over: choose another run id or folder", e);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "no run can be written to " + folder.path() + " (" + e + "): choose a folder that is writable, with --out",
          e);
    }
  }

  /**
   * Resumes an interrupted run. A torn last line is moved to a file beside it first.
   *
   * @throws UncheckedIOException when the folder cannot be written
   */
  public static RunWriter resume(RunFolder folder) {
    try {
      return new RunWriter(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("the run in " + folder.path() + " cannot be written to (" + e + ")", e);
    }
  }

  public RunFolder folder() {
    return folder;
  }

  /** Appends a block's end, after the lines of its launches. */
  public void append(BlockEnd end) {
    files.get(BlockEnd.class).append(List.of(end));
  }

  /**
   * Appends lines to the file of their kind in one write: a reader finds all of them, or a torn last line, which it
   * excludes.
   */
  public void append(List<? extends LaunchLine> together) {
    files.get(together.get(0).getClass()).append(together);
  }

  /** Replaces the manifest, when the run knows more: engines as they stated themselves, and how it ended. */
  public void update(Manifest manifest) {
    try {
      RunJson.replace(folder.manifest(), manifest);
    } catch (IOException e) {
      throw new UncheckedIOException(folder.manifest() + " cannot be written (" + e.getMessage()
          + "): is the disk full? Make room, then go on with "
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
