package dev.coldstart.launcher.machine;

import dev.coldstart.launcher.UserError;
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
 * Allows one measurement on a machine at a time, of any user: two at once would disturb each other. The operating
 * system releases the lock when the process ends; the file that remains can be used by everybody and means nothing.
 */
public final class RunLock implements AutoCloseable {

  /** Another place for the file, as a test has. */
  private static final String PROPERTY = "coldstart.lock";

  /** All users have it in common, also where each has a temporary folder of their own. */
  private static final Path COMMON = Path.of("/tmp");

  private static final Set<PosixFilePermission> EVERYBODYS = PosixFilePermissions.fromString("rw-rw-rw-");

  private static final Pattern HOLDER = Pattern.compile("\\Aprocess [0-9]{1,10}$", Pattern.MULTILINE);
  private static final int HOLDER_BYTES = 32;

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /** The lock of this machine. */
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
   * @throws UserError when another run holds it, or when the file cannot be used
   */
  public static RunLock take(Path file) {
    try {
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        create(file);
      }
      // A pipe would hold us up when it is opened, and a link may lead to anything.
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        throw unusable(file, "is no file: something else was put in its place", null);
      }
      return take(file,
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
    } catch (IOException e) {
      throw unusable(file, "cannot be opened (" + e + ")", e);
    }
  }

  private static RunLock take(Path file, FileChannel channel) throws IOException {
    if (!isLocked(channel)) {
      String holder = holder(channel);
      channel.close();
      throw new UserError("another run measures on this machine" + holder
          + "; two at once measure each other: wait for its end, or stop it");
    }
    tellHolder(file, channel);
    return new RunLock(channel);
  }

  /** Links it into its place, so that it is everybody's as soon as it is there. */
  private static void create(Path file) throws IOException {
    Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "coldstart-", ".lock");
    try {
      Files.setPosixFilePermissions(fresh, EVERYBODYS);
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException e) {
      // Somebody else made it at the same time, which is as good.
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

  /** In parentheses; empty where it is not known. */
  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(HOLDER_BYTES);
    channel.read(text, 0);
    Matcher holder = HOLDER.matcher(new String(text.array(), 0, text.position(), StandardCharsets.UTF_8));
    return holder.find() ? " (" + holder.group() + ")" : "";
  }

  /** Writes who holds the lock, for the message to a second run. It also keeps programs that remove old files away. */
  private static void tellHolder(Path file, FileChannel channel) {
    try {
      // A file with a second name may be anybody's, put here to be written over.
      if (Integer.valueOf(1).equals(Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS))) {
        channel.truncate(0);
        channel.write(
            ByteBuffer.wrap(("process " + ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)));
      }
    } catch (IOException e) {
      // The lock holds without it, as on a disk that is full.
    }
  }

  private static UserError unusable(Path file, String what, IOException cause) {
    String advice;
    try {
      advice = "it belongs to " + Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).getName()
          + ": have it removed, by its owner or an administrator, when no run is on";
    } catch (IOException none) {
      advice = "make sure that its folder is there and can be written";
    }
    return new UserError("the lock " + file + " " + what + "; " + advice, cause);
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
