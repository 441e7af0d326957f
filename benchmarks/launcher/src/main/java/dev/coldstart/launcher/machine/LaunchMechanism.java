package dev.coldstart.launcher.machine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * How the JDK starts a process. On Linux its own choice, {@code POSIX_SPAWN}, runs a helper program first, which then
 * becomes the one asked for; {@code VFORK} does without and costs half. {@link SpawnCalibration} measures both.
 *
 * <p>The JDK calls {@code VFORK} dangerous since release 25, because until the new program starts, the new process
 * works in this one's memory: a signal that arrives at it just then runs this JVM's handler there. All that the
 * launcher's handlers do is to wake a thread, which then ends the run, as the same signal to the launcher itself does.
 */
public final class LaunchMechanism {

  static final String PROPERTY = "jdk.lang.Process.launchMechanism";

  private static final String CHEAPEST_ON_LINUX = "VFORK";
  private static final String OF_THE_JDK = "POSIX_SPAWN";

  /** The last release of which it is known that it has it: a later one is to take it away. */
  private static final int LAST_RELEASE_WITH_VFORK = 25;

  /** What the JDK's warning begins with; it is all that the JDK prints when the first process starts. */
  private static final String WARNING = "VFORK MODE DEPRECATED";

  private LaunchMechanism() {}

  /**
   * Has this JVM start processes in the cheapest way, unless its user chose one. To be called before all else: the JDK
   * reads the property once, when the first process is started, and release 25 as soon as the environment is read.
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

  /** Starts a first process, so that the JDK's warning comes now, when nothing else can print, and can be left out. */
  private static void settle(Path program) {
    PrintStream standardError = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (PrintStream aside = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setErr(aside);
      SpawnProbe.start(program);
    } catch (IOException e) {
      // Launches will fail in the same way, and say so.
    } finally {
      System.setErr(standardError);
    }
    String text = printed.toString(StandardCharsets.UTF_8);
    if (!text.startsWith(WARNING)) {
      standardError.print(text);
    }
  }

  /** The JDK's name of what this JVM uses. */
  static String inUse() {
    return System.getProperty(PROPERTY, OF_THE_JDK).toUpperCase(Locale.ROOT);
  }
}
