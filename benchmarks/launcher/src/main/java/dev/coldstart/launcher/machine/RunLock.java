package dev.coldstart.launcher.machine;

import dev.coldstart.launcher.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One measurement on a machine at a time: two at once measure each other. The lock is the operating system's and goes
 * with the process, however that ends; the file left behind is of no meaning.
 */
public final class RunLock implements AutoCloseable {

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /** The lock of this machine. */
  public static Path place() {
    return Path.of(System.getProperty("java.io.tmpdir"), "coldstart.lock");
  }

  /**
   * Takes the lock.
   *
   * @throws UserError when another run holds it, or when the file cannot be opened
   */
  public static RunLock take(Path file) {
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isLocked(channel)) {
        channel.close();
        throw new UserError("another run measures on this machine (" + Files.readString(file).strip()
            + "); two at once measure each other: wait for its end, or stop it");
      }
      channel.truncate(0);
      String holder = "process " + ProcessHandle.current().pid() + "\n";
      channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
      return new RunLock(channel);
    } catch (IOException e) {
      throw new UserError(
          "the lock " + file + " cannot be opened: " + e + "; is it another user's? Remove it if no run is on", e);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UserError("the lock cannot be given back: " + e, e);
    }
  }
}
