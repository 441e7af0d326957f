package dev.coldstart.validation.hostile;

import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.machine.Program;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process of {@link ManyModules}. A watchdog ends it if a module takes too long, and it may end by itself. */
final class ManyModulesProcess implements AutoCloseable {

  /** Stands for the end of its output. */
  private static final String OVER = "";

  /** A JVM on a busy machine has time to come up. */
  private static final Duration TO_START = Duration.ofMinutes(1);

  private static final int MOST_LINES = 6;

  private final Process process;
  private final Path errors;
  private final Duration most;
  private boolean hasBegun;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Thread reader = new Thread(this::read, "modules");

  /**
   * @param work for its temporary files and error output
   * @param sources the folder with the real modules
   * @param most how long one module may take
   */
  ManyModulesProcess(Configuration configuration, Jdk jdk, Path work, Path sources, long seed, int from, int to,
      Duration most) throws IOException {
    this.most = most;
    this.errors = work.resolve("errors");
    List<String> words = new ArrayList<>(List.of(jdk.java().toString(), "-Xmx1g", "-XX:+UseSerialGC",
        "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=" + work.resolve("crash"), "-Djava.io.tmpdir=" + work));
    configuration.jvmArgs().on(jdk).forEach(arg -> words.add(configuration.placed(arg, work)));
    words.addAll(List.of("-cp", classPath(configuration), ManyModules.class.getName(), configuration.child(),
        sources.toString(), Long.toString(seed), Integer.toString(from), Integer.toString(to)));
    ProcessBuilder builder = new ProcessBuilder(words).directory(work.toFile()).redirectError(errors.toFile());
    builder.environment().keySet().removeAll(Program.CLEARED);
    process = builder.start();
    reader.setDaemon(true);
    reader.start();
  }

  private static String classPath(Configuration configuration) {
    try {
      Path own = Path.of(ManyModules.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Stream.concat(configuration.classPath().stream(), Stream.of(own))
          .map(Path::toString)
          .collect(Collectors.joining(File.pathSeparator));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private void read() {
    try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(line);
      }
    } catch (IOException | UncheckedIOException killed) {
      // Its output ends.
    }
    lines.add(OVER);
  }

  /** The words of its next line. Null if none came in time, empty if it has ended. */
  String[] next() throws IOException {
    try {
      String line = lines.poll((hasBegun ? most : most.plus(TO_START)).toMillis(), TimeUnit.MILLISECONDS);
      hasBegun = true;
      return line == null ? null : line.isEmpty() ? new String[0] : line.split("\t", -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** How it ended, and the last that it said. */
  String ended() throws IOException {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    List<String> said = new String(Files.readAllBytes(errors), StandardCharsets.ISO_8859_1).lines()
        .map(line -> line.replaceFirst("^#", "").strip())
        .filter(line -> !line.isEmpty())
        .limit(MOST_LINES)
        .toList();
    return "exit code " + process.exitValue() + (said.isEmpty() ? "" : ": " + String.join(" | ", said));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
