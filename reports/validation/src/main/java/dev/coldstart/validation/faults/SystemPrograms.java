package dev.coldstart.validation.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** System programs with which a campaign makes its faults. */
final class SystemPrograms {

  private SystemPrograms() {}

  /** @throws IOException with the program's output, if it fails */
  static void run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (exitCode(process) != 0) {
      throw new IOException(String.join(" ", command) + ": " + said);
    }
  }

  /** Whether the program succeeds. */
  static boolean succeeds(String... command) throws IOException {
    return exitCode(new ProcessBuilder(command).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()) == 0;
  }

  private static int exitCode(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
