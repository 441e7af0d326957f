package dev.coldstart.validation.faults;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A separate file system in memory that can become full at any moment and get space again. It needs a private mount
 * namespace, which scripts/inject-faults creates if that is allowed.
 */
record SmallDisk(Path place) implements AutoCloseable {

  /** Set by the script; true if it could create one. */
  private static final String OWN_MOUNTS = "COLDSTART_OWN_MOUNTS";

  /** Far more than a run needs. Costs nothing, because memory is only used when written. */
  private static final long ROOM_BYTES = 2L << 30;

  private static final int TRIES = 20;

  /** The reason why none can be created; empty if one can. */
  static Optional<String> whyNot(Path folder) throws IOException {
    if (!"true".equals(System.getenv(OWN_MOUNTS))) {
      return Optional.of("mounting a file system is not allowed here");
    }
    Path place = Files.createTempDirectory(folder, "disk-");
    try (SmallDisk disk = mount(place)) {
      disk.leave(0);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("mounting a file system failed here: " + e.getMessage());
    }
  }

  static SmallDisk mount(Path place) throws IOException {
    Files.createDirectories(place);
    SystemPrograms.run("mount", "-t", "tmpfs", "-o", "mode=1777,size=" + ROOM_BYTES, "tmpfs", place.toString());
    return new SmallDisk(place);
  }

  /** Leaves this much free space, in bytes. */
  void leave(long bytes) throws IOException {
    IOException failed = null;
    for (int i = 0; i < TRIES; i++) {
      try {
        // Never 0, which would mean unlimited.
        remount("size=" + Math.max(4096, usedBytes() + bytes));
        return;
      } catch (IOException writtenMeanwhile) {
        failed = writtenMeanwhile;
      }
    }
    throw failed;
  }

  private long usedBytes() throws IOException {
    FileStore store = Files.getFileStore(place);
    return store.getTotalSpace() - store.getUnallocatedSpace();
  }

  void makeRoom() throws IOException {
    remount("size=" + ROOM_BYTES);
  }

  void writable(boolean writable) throws IOException {
    remount(writable ? "rw" : "ro");
  }

  private void remount(String option) throws IOException {
    SystemPrograms.run("mount", "-o", "remount," + option, place.toString());
  }

  @Override
  public void close() throws IOException {
    SystemPrograms.run("umount", "-l", place.toString());
  }
}
