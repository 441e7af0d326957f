package dev.coldstart.record.io;

import dev.coldstart.record.text.Commands;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import tools.jackson.core.JacksonException;

/** Appends to a file of one JSON object a line. */
final class LineWriter implements AutoCloseable {

  private final Path file;

  /** Not buffered: a line is with the operating system before the next JVM is spawned, even if this one then dies. */
  private OutputStream out;

  /**
   * The file comes with its first line: where it is missing, nothing was to be written.
   *
   * @param type the record that a line is
   */
  LineWriter(Path file, Class<?> type) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      setTornLineAside(type);
    }
  }

  /** The file is there from now on, be it empty. */
  void open() throws IOException {
    out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /**
   * Makes the file of a writer that was killed end at a line's end, so that more can be appended. A last line that
   * lacks nothing but its end is completed; one that is torn is moved to a file beside it, whose name ends in
   * {@code .torn}.
   */
  private void setTornLineAside(Class<?> type) throws IOException {
    try (RandomAccessFile lines = new RandomAccessFile(file.toFile(), "rw")) {
      long end = endOfLastWholeLine(lines);
      byte[] tail = new byte[(int) (lines.length() - end)];
      lines.seek(end);
      lines.readFully(tail);
      if (tail.length > 0 && isWhole(tail, type)) {
        lines.write('\n');
      } else if (tail.length > 0) {
        Path torn = file.resolveSibling(file.getFileName() + ".torn");
        Files.write(torn, tail, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        lines.setLength(end);
      }
    }
  }

  private static long endOfLastWholeLine(RandomAccessFile lines) throws IOException {
    for (long at = lines.length(); at > 0; at--) {
      lines.seek(at - 1);
      if (lines.read() == '\n') {
        return at;
      }
    }
    return 0;
  }

  private static boolean isWhole(byte[] line, Class<?> type) {
    try {
      return RunJson.MAPPER.readValue(line, type) != null;
    } catch (JacksonException torn) {
      return false;
    }
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
      throw new UncheckedIOException(
          file + " cannot be written (" + e.getMessage() + "): is the disk full? Make room, then go on with "
              + Commands.here().coldstart("run", "--resume", file.toAbsolutePath().getParent().toString()),
          e);
    }
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }
}
