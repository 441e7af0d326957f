package dev.coldstart.launcher.machine;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A program that does nothing: what it costs to start it is what starting costs. */
final class TrivialProgram {

  private static final File NOTHING = new File("/dev/null");

  private TrivialProgram() {}

  /** Where it is; empty on a platform that has none. */
  static Optional<Path> find() {
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
}
