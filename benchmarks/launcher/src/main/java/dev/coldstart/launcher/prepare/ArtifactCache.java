package dev.coldstart.launcher.prepare;

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
 * What is made ahead of time once and kept from run to run, in a folder for each key. One run at a time uses it: the
 * machine's lock is held.
 */
record ArtifactCache(Path folder) {

  /** In each place, written last: its text is how long the making took, its time is that of the last use. */
  private static final String COST = "took-ms";

  /** Work ahead of time that failed, which keeps an arm from running and not the run. */
  static final class PreparationException extends Exception {

    private static final long serialVersionUID = 1L;

    PreparationException(String reason) {
      super(reason);
    }
  }

  /** Makes something in a folder. */
  interface Making<T> {
    T in(Path folder) throws IOException, PreparationException;
  }

  /** @param tookMs how long it took to make, whenever that was */
  record Kept(Path place, long tookMs) {}

  /**
   * The place of that key, which is filled where that is not done yet.
   *
   * @param making its result is how long it took, in ms
   */
  Kept of(String key, Making<Long> making) throws IOException, PreparationException {
    Path place = folder.resolve(key);
    Path cost = place.resolve(COST);
    if (Files.exists(cost)) {
      touch(cost);
    } else {
      // A place without its cost is one of a run that was killed.
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
      // It is another user's, and as good. The time only says what is removed first.
    }
  }

  /** Removes what was used longest ago, until the rest takes no more than that. */
  void trim(long mostBytes) throws IOException {
    long bytes = 0;
    if (!Files.exists(folder)) {
      return;
    }
    File[] places = folder.toFile().listFiles(File::isDirectory);
    if (places == null) {
      throw new IOException("cannot list " + folder);
    }
    // The last used first. One in which nothing was made has 0 ms since 1970: it is last, and the first to be removed.
    Arrays.sort(places, Comparator.comparingLong(place -> -new File(place, COST).lastModified()));
    for (File place : places) {
      bytes += Folders.bytes(place.toPath());
      if (bytes > mostBytes) {
        Folders.delete(place.toPath());
      }
    }
  }
}
