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
 * The main of a small JVM that starts a program over and over and prints what each start took, in ns. In a JVM of its
 * own because the launch mechanism is one for the whole life of a JVM. The program does nothing: what it costs to start
 * it is what starting costs.
 */
public final class SpawnProbe {

  private static final File NOTHING = new File("/dev/null");

  private SpawnProbe() {}

  /** A program that does nothing; empty on a platform that has none. */
  static Optional<Path> trivialProgram() {
    return Stream.of("/bin/true", "/usr/bin/true").map(Path::of).filter(Files::isExecutable).findFirst();
  }

  /** Starts it with its streams as a child's are; the result is the time until its output has ended, in ns. */
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

  /** @param args the program, how often it is started before it counts, and how often it counts */
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
