package dev.coldstart.launcher.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Runs small programs of the operating system. */
final class ProgramOutput {

  private ProgramOutput() {}

  /** The program's standard output. Empty if it is not installed or fails. */
  static Optional<String> of(ProcessBuilder builder) {
    try {
      Process program = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      program.getOutputStream().close();
      String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return program.waitFor() == 0 ? Optional.of(output) : Optional.empty();
    } catch (IOException notInstalled) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
