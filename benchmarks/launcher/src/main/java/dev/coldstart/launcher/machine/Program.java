package dev.coldstart.launcher.machine;

import dev.coldstart.launcher.machine.ProcessLimits;
import dev.coldstart.launcher.machine.SystemFiles;
import dev.coldstart.record.text.Format;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Runs programs other than launches, in the same environment as launches and with a time limit. Kills their descendants
 * when they end.
 */
public final class Program {

  /**
   * Variables that change a JVM or the libraries it loads. The same as in scripts/start-jvm, which starts the launcher.
   */
  public static final List<String> CLEARED =
      List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "JDK_AOT_VM_OPTIONS", "IBM_JAVA_OPTIONS",
          "OPENJ9_JAVA_OPTIONS", "CLASSPATH", "LD_PRELOAD", "LD_LIBRARY_PATH", "GLIBC_TUNABLES", "MALLOC_ARENA_MAX");

  private static final long LOOK_EVERY_NS = TimeUnit.MILLISECONDS.toNanos(200);

  /** Far more than any message needs. A program that prints without end would fill the disk. */
  private static final long MOST_OUTPUT_BYTES = 64 << 20;

  private Program() {}

  /** @param failure how it failed; null if it succeeded */
  public record Ended(long tookMs, String failure) {}

  /**
   * Runs the program to its end.
   *
   * @param builder the command, with its output redirected
   * @return how long it took, in ms; empty if it failed or was killed at the time limit
   * @throws IOException if it cannot be started, or if this thread is interrupted
   */
  public static OptionalLong run(ProcessBuilder builder, Duration most) throws IOException {
    Ended ended = end(builder, most);
    return ended.failure() == null ? OptionalLong.of(ended.tookMs()) : OptionalLong.empty();
  }

  /** Runs the program to its end and returns also how it failed, if it did. */
  public static Ended end(ProcessBuilder builder, Duration most) throws IOException {
    return end(builder, ProcessLimits.of(most));
  }

  /** The same with a limit for its memory. */
  public static Ended end(ProcessBuilder builder, ProcessLimits limits) throws IOException {
    builder.environment().keySet().removeAll(CLEARED);
    long startedNs = System.nanoTime();
    Process process = builder.start();
    SystemFiles.REAL.killFirst(process.pid());
    try {
      String exceeded = null;
      boolean ended = false;
      while (exceeded == null && !ended) {
        long leftNs = limits.time().toNanos() - (System.nanoTime() - startedNs);
        ended = process.waitFor(Math.min(LOOK_EVERY_NS, leftNs), TimeUnit.NANOSECONDS);
        exceeded = ended ? null : exceeded(process, builder.redirectOutput().file(), limits, leftNs <= 0);
      }
      long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNs);
      if (exceeded != null) {
        return new Ended(tookMs, exceeded);
      }
      return new Ended(tookMs, process.exitValue() == 0 ? null : FailureWords.exitCode(process.exitValue()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + builder.command().get(0) + " ran", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /**
   * The limit that a running program exceeds, in words. Null if it exceeds none.
   *
   * @param output the file with its output; null if there is none
   */
  private static String exceeded(Process process, File output, ProcessLimits limits, boolean isLate) {
    if (isLate) {
      return "still running after " + Format.seconds(limits.time()) + ", killed";
    }
    if (output != null && output.isFile() && output.length() > MOST_OUTPUT_BYTES) {
      return "endless output, killed";
    }
    return limits.isExceededBy(process.pid()) ? limits.exceeded() : null;
  }
}
