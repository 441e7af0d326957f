package dev.coldstart.command;

import dev.coldstart.record.RunFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps standard output free for a result that programs read. Until closed, messages go to the error.
 */
final class JsonOutput implements AutoCloseable {

  private final boolean asked;
  private final PrintStream out = System.out;

  private JsonOutput(boolean asked) {
    this.asked = asked;
    if (asked) {
      System.setOut(System.err);
    }
  }

  /** @param asked if false nothing is changed or written */
  static JsonOutput of(boolean asked) {
    return new JsonOutput(asked);
  }

  /** Writes the {@code summary.json} of a run, if it has one. @param run null if there is none */
  void write(Path run) throws IOException {
    if (run != null && Files.exists(new RunFolder(run).summaryJson())) {
      write(Files.readString(new RunFolder(run).summaryJson()));
    }
  }

  void write(String text) {
    if (asked) {
      out.print(text);
      out.flush();
    }
  }

  @Override
  public void close() {
    System.setOut(out);
  }
}
