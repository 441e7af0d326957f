package dev.coldstart.launcher.machine;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The main class of a small JVM that repeatedly starts a program and prints the time of each start, in ns. It needs a
 * JVM of its own because a JVM cannot change its launch mechanism. The program does nothing, so the time is the cost of
 * starting it.
 */
public final class SpawnProbe {

  private static final File NOTHING = new File("/dev/null");

  private SpawnProbe() {}

  /** A program that does nothing. Empty on a platform that has none. */
  static Optional<Path> trivialProgram() {
    return Stream.of("/bin/true", "/usr/bin/true").map(Path::of).filter(Files::isExecutable).findFirst();
  }

  /**
   * Starts the program with the same kinds of streams as a child's. Returns the time until its output has ended, in ns.
   */
  static long start(Path program) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(program.toString()).redirectInput(ProcessBuilder.Redirect.from(NOTHING))
        .redirectError(ProcessBuilder.Redirect.to(NOTHING));
    long startedNs = System.nanoTime();
    Process process = builder.start();
    try (InputStream out = process.getInputStream()) {
      out.readAllBytes();
      return System.nanoTime() - startedNs;
    }
  }

  /** @param args the program, the number of warm-up starts, and the number of measured starts */
  public static void main(String[] args) throws IOException {
    Path program = Path.of(args[0]);
    int warmup = Integer.parseInt(args[1]);
    long[] tookNs = new long[Integer.parseInt(args[2])];
    for (int i = -warmup; i < tookNs.length; i++) {
      long ns = start(program);
      if (i >= 0) {
        tookNs[i] = ns;
      }
    }
    LongStream.of(tookNs).forEach(System.out::println);
  }
}
