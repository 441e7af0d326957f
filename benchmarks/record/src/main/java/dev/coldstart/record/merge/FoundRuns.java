package dev.coldstart.record.merge;

import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.record.text.IoReason;
import dev.coldstart.record.text.SafeText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The runs to be merged, as they were found.
 *
 * @param shards those that are a part of a plan
 * @param notes why others were left out, in words
 */
record FoundRuns(List<Found> shards, List<String> notes) {

  /** An artifact's folder often holds a folder of runs. */
  private static final int DEEPEST = 4;

  /** @param folder the run's own */
  record Found(RunFolder folder, Manifest manifest) {

    int index() {
      return manifest.plan().shard().index();
    }

    /** The run's name for a sentence that may be published: without its place on this machine. */
    String name() {
      return "run " + SafeText.brief(manifest.runId());
    }
  }

  /** @param given folders of runs, or folders that hold such folders */
  static FoundRuns in(List<Path> given) {
    Set<Path> folders = new LinkedHashSet<>();
    List<String> notes = new ArrayList<>();
    for (Path one : given) {
      List<Path> runs = Files.isDirectory(one) ? runsIn(one) : List.of();
      if (runs.isEmpty()) {
        notes.add(SafeText.brief(String.valueOf(one.getFileName())) + " was left out: it holds no run");
      }
      folders.addAll(runs);
    }
    List<Found> shards = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (Path folder : folders) {
      read(folder, shards, others, notes);
    }
    if (!others.isEmpty()) {
      notes.add((others.size() == 1 ? "1 run was" : others.size() + " runs were")
          + " left out that are no shards, made without --shard; the first is " + others.get(0));
    }
    return new FoundRuns(List.copyOf(shards), List.copyOf(notes));
  }

  private static void read(Path folder, List<Found> shards, List<String> others, List<String> notes) {
    RunFolder run = new RunFolder(folder);
    try {
      Manifest manifest = RunReader.manifest(folder);
      if (manifest.plan().shard() != null) {
        shards.add(new Found(run, manifest));
      } else if (manifest.merged() == null) {
        others.add(SafeText.brief(run.id()));
      }
    } catch (RunFormatException e) {
      notes.add(unreadable(run, e));
    }
  }

  /** The message without the folder's place on this machine. */
  static String unreadable(RunFolder run, RuntimeException e) {
    String message = String.valueOf(e.getMessage()).replace(run.path().toString(), run.id());
    return SafeText.brief(run.id()) + " cannot be read and was left out: " + SafeText.line(message);
  }

  /** Sorted, so that the result never depends on the file system's order. Does not follow links, such as latest. */
  private static List<Path> runsIn(Path folder) {
    if (new RunFolder(folder).isBegun()) {
      return List.of(real(folder));
    }
    try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
      return all.filter(entry -> Files.isDirectory(entry) && new RunFolder(entry).isBegun())
          .filter(entry -> !RunFolder.LATEST.equals(new RunFolder(entry).id()))
          .map(FoundRuns::real)
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new RunFormatException(folder + " cannot be read: " + reason(e), e);
    }
  }

  private static String reason(Exception e) {
    return IoReason.of(e instanceof UncheckedIOException unchecked ? unchecked.getCause() : (IOException) e);
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw new RunFormatException(folder + " cannot be read: " + IoReason.of(e), e);
    }
  }
}
