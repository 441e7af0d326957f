package dev.coldstart.record.io;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Appends to a file of one JSON object a line. */
final class LineWriter implements AutoCloseable {

  private final Path file;

  /** Not buffered: a line is with the operating system before the next JVM is spawned, even if this one then dies. */
  private OutputStream out;

  private LineWriter(Path file) {
    this.file = file;
  }

  /** The file is there from now on, be it empty. */
  static LineWriter open(Path file) throws IOException {
    LineWriter writer = new LineWriter(file);
    writer.open();
    return writer;
  }

  /** The file comes with its first line: where it is missing, nothing was to be written. */
  static LineWriter whenNeeded(Path file) {
    return new LineWriter(file);
  }

  private void open() throws IOException {
    out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  void append(Object line) {
    append(List.of(line));
  }

  /** @param lines what belongs together */
  void append(List<?> lines) {
    // A file that was removed takes more lines without a word, as long as it is open.
    if (out != null && !Files.exists(file)) {
      String gone = file + " has gone while the run was on, and what it held with it: start the run anew";
      throw new UncheckedIOException(gone, new FileNotFoundException(file.toString()));
    }
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(RunJson.MAPPER.writeValueAsString(line)).append('\n'));
    try {
      if (out == null) {
        open();
      }
      // One call for all: a reader that follows the file sees whole lines, and at most the last can be torn.
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written (" + e.getMessage()
          + "): is the disk full? Make room, then go on with" + " coldstart run --resume " + file.getParent(), e);
    }
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }
}
