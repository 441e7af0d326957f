package dev.coldstart.launcher.prepare;

import dev.coldstart.launcher.machine.Folders;
import dev.coldstart.record.io.WholeFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Artifacts that are made ahead of time and kept across runs, in one folder for each key. Only one run uses it at a
 * time, because the machine's lock is held.
 */
record ArtifactCache(Path folder) {

  /**
   * A file in each folder, written last. It contains the time that making the artifact took; its modification time is
   * that of the last use.
   */
  private static final String COST = "took-ms";

  /** Preparation failed. The arm cannot run, but the run continues without it. */
  static final class PreparationException extends Exception {

    private static final long serialVersionUID = 1L;

    PreparationException(String reason) {
      super(reason);
    }
  }

  /** Makes an artifact in a folder. */
  interface Making<T> {
    T in(Path folder) throws IOException, PreparationException;
  }

  /** @param tookMs how long making it took, in this run or an earlier one */
  record Kept(Path place, long tookMs) {}

  /**
   * Returns the folder for the key and fills it if that was not done before.
   *
   * @param making returns how long it took, in ms
   */
  Kept of(String key, Making<Long> making) throws IOException, PreparationException {
    Path place = folder.resolve(key);
    Path cost = place.resolve(COST);
    if (Files.exists(cost)) {
      touch(cost);
    } else {
      // A folder without its cost was left by a run that was killed.
      if (Files.exists(place)) {
        Folders.delete(place);
      }
      Files.createDirectories(place);
      WholeFile.write(cost, Long.toString(making.in(place)));
    }
    return new Kept(place, Long.parseLong(Files.readString(cost).strip()));
  }

  private static void touch(Path cost) {
    try {
      Files.setLastModifiedTime(cost, FileTime.from(Instant.now()));
    } catch (IOException e) {
      // The file belongs to another user, and the artifact is still good. The time only decides what is removed first.
    }
  }

  /** Removes the least recently used artifacts until the rest is no larger than the limit. */
  void trim(long mostBytes) throws IOException {
    long bytes = 0;
    if (!Files.exists(folder)) {
      return;
    }
    File[] places = folder.toFile().listFiles(File::isDirectory);
    if (places == null) {
      throw new IOException("cannot list " + folder);
    }
    // The most recently used come first. A folder without an artifact has 0 ms since 1970, so it comes last and is
    // removed first.
    Arrays.sort(places, Comparator.comparingLong(place -> -new File(place, COST).lastModified()));
    for (File place : places) {
      bytes += Folders.bytes(place.toPath());
      if (bytes > mostBytes) {
        Folders.delete(place.toPath());
      }
    }
  }
}
