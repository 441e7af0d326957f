package dev.coldstart.launcher.machine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The way in which the JDK starts a process. Its default on Linux, {@code POSIX_SPAWN}, first runs a helper program,
 * which then executes the requested one. {@code VFORK} needs no helper and costs half. {@link SpawnCalibration}
 * measures both.
 *
 * <p>Since release 25 the JDK calls {@code VFORK} dangerous, because the new process shares this one's memory until the
 * new program starts: a signal that reaches the new process at that moment runs this JVM's handler there. The
 * launcher's handlers only wake a thread that then ends the run, just as they do for a signal to the launcher itself.
 */
public final class LaunchMechanism {

  static final String PROPERTY = "jdk.lang.Process.launchMechanism";

  private static final String CHEAPEST_ON_LINUX = "VFORK";
  private static final String OF_THE_JDK = "POSIX_SPAWN";

  /** The last release known to support VFORK. A later release is expected to remove it. */
  private static final int LAST_RELEASE_WITH_VFORK = 25;

  /** The beginning of the JDK's warning, which is all that the JDK prints when the first process starts. */
  private static final String WARNING = "VFORK MODE DEPRECATED";

  private LaunchMechanism() {}

  /**
   * Makes this JVM start processes in the cheapest way, unless the user chose one. Call this before anything else: the
   * JDK reads the property once, when the first process is started, and release 25 already when the environment is
   * read.
   */
  public static void useCheapest() {
    Optional<Path> program = SpawnProbe.trivialProgram();
    boolean hasVfork =
        System.getProperty("os.name").equals("Linux") && Runtime.version().feature() <= LAST_RELEASE_WITH_VFORK;
    if (hasVfork && program.isPresent() && System.getProperty(PROPERTY) == null) {
      System.setProperty(PROPERTY, CHEAPEST_ON_LINUX);
      settle(program.get());
    }
  }

  /**
   * Starts a first process, so that the JDK prints its warning now, while nothing else can print, and it can be
   * discarded.
   */
  private static void settle(Path program) {
    PrintStream standardError = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (PrintStream aside = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setErr(aside);
      SpawnProbe.start(program);
    } catch (IOException e) {
      // Launches will fail in the same way and report it.
    } finally {
      System.setErr(standardError);
    }
    String text = printed.toString(StandardCharsets.UTF_8);
    if (!text.startsWith(WARNING)) {
      standardError.print(text);
    }
  }

  /** The JDK's name for the mechanism that this JVM uses. */
  static String inUse() {
    return System.getProperty(PROPERTY, OF_THE_JDK).toUpperCase(Locale.ROOT);
  }
}
