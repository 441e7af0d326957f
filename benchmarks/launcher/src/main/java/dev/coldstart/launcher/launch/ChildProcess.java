package dev.coldstart.launcher.launch;

import dev.coldstart.spi.ChildReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Spawns children, one at a time, and reads the parent's side of the clock.
 *
 * <p>While a child runs, this thread is blocked in a read and no other is awake: standard error goes to a file, so that
 * nobody has to drain it, and one timer waits for the timeout.
 */
public final class ChildProcess implements AutoCloseable {

  /** What a child may print beyond its response; a report is near 2 kB, most of it the class path. */
  private static final int MOST_BYTES_AFTER_RESPONSE = 1 << 20;

  private static final int CHUNK_BYTES = 1 << 16;

  /** Would change what is measured, and print to standard error. */
  private static final List<String> CLEARED = List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "CLASSPATH");

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "timeout");
            thread.setDaemon(true);
            return thread;
          });
  private volatile Process running;

  /**
   * What the parent saw of a child.
   *
   * @param startedNs nanoTime just before the spawn
   * @param respondedNs nanoTime when the response's terminator had been read; meaningless where there is none
   * @param exitedNs nanoTime when the exit was seen
   * @param response the first bytes of standard output, as many as the expected response has, and a terminator;
   *     fewer when it ended before
   * @param rest what came after them, bounded
   * @param timedOut whether it was killed for its time
   * @param flooded whether it was killed for printing without end
   * @param exitCode meaningless when it was killed
   */
  public record Seen(
      long startedNs,
      long respondedNs,
      long exitedNs,
      byte[] response,
      byte[] rest,
      boolean timedOut,
      boolean flooded,
      int exitCode) {}

  /**
   * Runs one child to its end.
   *
   * @param responseBytes the length of the expected response
   * @throws IOException when it cannot be spawned
   */
  public Seen run(List<String> command, Path workingFolder, Path standardError, int responseBytes, Duration timeout)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(workingFolder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectError(standardError.toFile());
    builder.environment().keySet().removeAll(CLEARED);

    long startedNs = System.nanoTime();
    Process child = builder.start();
    running = child;
    AtomicBoolean timedOut = new AtomicBoolean();
    Future<?> alarm =
        timer.schedule(
            () -> {
              timedOut.set(true);
              kill(child);
            },
            timeout.toMillis(),
            TimeUnit.MILLISECONDS);
    try (InputStream out = child.getInputStream()) {
      byte[] response = out.readNBytes(responseBytes + 1);
      long respondedNs = System.nanoTime();
      byte[] rest = readReport(out);
      boolean flooded = rest.length >= MOST_BYTES_AFTER_RESPONSE;
      if (flooded) {
        kill(child);
      }
      int exitCode = child.waitFor();
      long exitedNs = System.nanoTime();
      return new Seen(startedNs, respondedNs, exitedNs, response, rest, timedOut.get(), flooded, exitCode);
    } catch (InterruptedException e) {
      kill(child);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a child ran", e);
    } finally {
      alarm.cancel(false);
      running = null;
    }
  }

  /** Up to the report's end, not the stream's: what a child leaves behind may hold that open for ever. */
  private static byte[] readReport(InputStream out) throws IOException {
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK_BYTES];
    int read = out.read(chunk);
    while (read >= 0) {
      report.write(chunk, 0, read);
      if (report.size() >= MOST_BYTES_AFTER_RESPONSE || endsReport(report)) {
        break;
      }
      read = out.read(chunk);
    }
    return report.toByteArray();
  }

  private static boolean endsReport(ByteArrayOutputStream report) {
    return report.toString(StandardCharsets.ISO_8859_1).endsWith("\n" + ChildReport.LAST_LINE + "\n");
  }

  /** Kills the child that runs at this moment, if one does, and all that it started. */
  public void killRunning() {
    Process child = running;
    if (child != null) {
      kill(child);
    }
  }

  private static void kill(Process child) {
    child.descendants().forEach(ProcessHandle::destroyForcibly);
    // By its handle: Process.destroyForcibly also closes the stream that run() reads, which then fails there.
    child.toHandle().destroyForcibly();
  }

  @Override
  public void close() {
    killRunning();
    timer.shutdownNow();
  }
}
