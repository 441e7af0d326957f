package dev.coldstart.launcher.machine;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A temporary folder of this process. A file in it is locked while the folder is in use. If that lock is free, the
 * process was killed together with the script that would have cleaned up.
 */
public final class WorkFolder implements AutoCloseable {

  private static final String IN_USE = "in-use";
  private static final String NEW = "new-";
  private static final String NAME = "coldstart-[0-9a-f]{16}-[0-9]+";

  private final Path path;
  private final FileChannel inUse;

  private WorkFolder(Path path, FileChannel inUse) {
    this.path = path;
    this.inUse = inUse;
  }

  /**
   * Makes a folder, and removes this user's folders that are no longer in use.
   *
   * @param temporary the parent folder
   */
  public static WorkFolder in(Path temporary) throws IOException {
    Path fresh = Files.createTempDirectory(temporary, "coldstart-" + ProcessMark.OWN + "-" + NEW);
    FileChannel inUse =
        FileChannel.open(fresh.resolve(IN_USE), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    inUse.lock();
    // The folder gets its final name only once it is locked, so that no other process takes it for a leftover.
    Path path = fresh.resolveSibling(fresh.getFileName().toString().replace(NEW, ""));
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    // Skips this process's own folders: closing a second channel on a file would release its lock.
    File[] others = temporary.toFile()
        .listFiles((parent, name) -> name.matches(NAME) && !name.startsWith("coldstart-" + ProcessMark.OWN));
    for (File other : others == null ? new File[0] : others) {
      removeIfLeft(other.toPath(), path);
    }
    return new WorkFolder(path, inUse);
  }

  private static void removeIfLeft(Path other, Path own) {
    try {
      if (!Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS) || !Files.getOwner(other).equals(Files.getOwner(own))) {
        return;
      }
      if (!Files.exists(other.resolve(IN_USE), LinkOption.NOFOLLOW_LINKS)) {
        // It got its name with this file in it, so it was being removed when the process was killed.
        Folders.delete(other);
        return;
      }
      try (FileChannel inUse =
          FileChannel.open(other.resolve(IN_USE), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
        if (inUse.tryLock() != null) {
          Folders.delete(other);
        }
      }
    } catch (IOException notLeft) {
      // Another process has just made it or is removing it.
    }
  }

  public Path path() {
    return path;
  }

  /** Removes the folder if it still exists. */
  @Override
  public void close() throws IOException {
    try (inUse) {
      if (Files.exists(path)) {
        Folders.delete(path);
      }
    }
  }
}
