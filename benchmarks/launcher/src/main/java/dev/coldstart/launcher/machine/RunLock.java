package dev.coldstart.launcher.machine;

import dev.coldstart.launcher.UserError;
import dev.coldstart.record.text.IoReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Allows only one measurement at a time on a machine, across all users, because two would disturb each other. The
 * operating system releases the lock when the process ends. The file remains, is usable by everyone and has no meaning
 * by itself.
 */
public final class RunLock implements AutoCloseable {

  /** Overrides the file's place, for example in tests. */
  private static final String PROPERTY = "coldstart.lock";

  /** Shared by all users, even if each user has a separate temporary folder. */
  private static final Path COMMON = Path.of("/tmp");

  private static final Set<PosixFilePermission> EVERYBODYS = PosixFilePermissions.fromString("rw-rw-rw-");

  private static final Pattern HOLDER = Pattern.compile("\\Aprocess [0-9]{1,10}$", Pattern.MULTILINE);
  private static final int HOLDER_BYTES = 32;

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /** The path of this machine's lock file. */
  public static Path place() {
    String given = System.getProperty(PROPERTY);
    if (given != null) {
      return Path.of(given);
    }
    Path folder =
        Files.isDirectory(COMMON) && Files.isWritable(COMMON) ? COMMON : Path.of(System.getProperty("java.io.tmpdir"));
    return folder.resolve("coldstart-run.lock");
  }

  /**
   * Takes the lock.
   *
   * @throws UserError if another run holds it, or if the file cannot be used
   */
  public static RunLock take(Path file) {
    try {
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        create(file);
      }
      // Opening a pipe would block, and a link may lead anywhere.
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        throw unusable(file, "is not a file: something else has its name", null);
      }
      return take(file,
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
    } catch (IOException e) {
      throw unusable(file, "cannot be opened (" + IoReason.of(e) + ")", e);
    }
  }

  private static RunLock take(Path file, FileChannel channel) throws IOException {
    if (!isLocked(channel)) {
      String holder = holder(channel);
      channel.close();
      throw new UserError("another run is measuring on this machine" + holder
          + "; two at once disturb each other: wait until it ends, or stop it");
    }
    tellHolder(file, channel);
    return new RunLock(channel);
  }

  /**
   * Creates the file under another name and then links it, so that it has everyone's permissions from the first moment.
   */
  private static void create(Path file) throws IOException {
    Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "coldstart-", ".lock");
    try {
      Files.setPosixFilePermissions(fresh, EVERYBODYS);
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException e) {
      // Another process created it at the same time, which is just as good.
    } catch (FileSystemException noLinks) {
      Files.setPosixFilePermissions(Files.createFile(file), EVERYBODYS);
    } finally {
      Files.delete(fresh);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  /** The holder, in parentheses. Empty if it is unknown. */
  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(HOLDER_BYTES);
    channel.read(text, 0);
    Matcher holder = HOLDER.matcher(new String(text.array(), 0, text.position(), StandardCharsets.UTF_8));
    return holder.find() ? " (" + holder.group() + ")" : "";
  }

  /**
   * Writes this process's id for the message to a second run. The write also keeps the file from being removed as old.
   */
  private static void tellHolder(Path file, FileChannel channel) {
    try {
      // A file with a second hard link may be another user's, placed here so that we overwrite it.
      if (Integer.valueOf(1).equals(Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS))) {
        channel.truncate(0);
        channel.write(
            ByteBuffer.wrap(("process " + ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)));
      }
    } catch (IOException e) {
      // The lock works without the text, for example on a full disk.
    }
  }

  private static UserError unusable(Path file, String what, IOException cause) {
    String advice;
    try {
      advice = "it belongs to " + Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).getName()
          + ": ask its owner or an administrator to remove it while no run is active";
    } catch (IOException none) {
      advice = "make sure that its folder exists and is writable";
    }
    return new UserError("the lock " + file + " " + what + "; " + advice, cause);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UserError("the lock cannot be released: " + IoReason.of(e), e);
    }
  }
}
