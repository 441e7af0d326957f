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

/** Appends to a file with one JSON object per line. */
final class LineWriter implements AutoCloseable {

  private final Path file;

  /** Not buffered: the operating system gets a line before the next JVM is spawned, so the line survives this JVM. */
  private OutputStream out;

  /**
   * The first line creates the file. A missing file means that there was nothing to write.
   *
   * @param type the record type of a line
   */
  LineWriter(Path file, Class<?> type) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      setTornLineAside(type);
    }
  }

  /** Creates the file even if there will be no line. */
  void open() throws IOException {
    out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /**
   * Makes the file of a killed writer end with a complete line, so that more can be appended. If the last line lacks
   * only the line break, it is added. A torn or damaged last line, which a reader excludes, is moved to a file with the
   * ending {@code .torn} in the same folder: it would be an error between other lines.
   */
  private void setTornLineAside(Class<?> type) throws IOException {
    try (RandomAccessFile lines = new RandomAccessFile(file.toFile(), "rw")) {
      long end = startOfLastLine(lines);
      byte[] tail = new byte[(int) (lines.length() - end)];
      lines.seek(end);
      lines.readFully(tail);
      if (tail.length > 0 && isWhole(tail, type)) {
        if (tail[tail.length - 1] != '\n') {
          lines.write('\n');
        }
      } else if (tail.length > 0) {
        Path torn = file.resolveSibling(file.getFileName() + ".torn");
        Files.write(torn, tail, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        lines.setLength(end);
      }
    }
  }

  /** Also if the last line ends with a line break. */
  private static long startOfLastLine(RandomAccessFile lines) throws IOException {
    for (long at = lines.length() - 1; at > 0; at--) {
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

  /**
   * @param lines lines that belong together
   * @param shard a field that each of them gets; null for none
   */
  void append(List<?> lines, Integer shard) {
    // Writing to a deleted file that is still open would succeed silently.
    if (out != null && !Files.exists(file)) {
      String gone = file + " was removed during the run, with the launches in it: start a new run";
      throw new UncheckedIOException(gone, new FileNotFoundException(file.toString()));
    }
    StringBuilder text = new StringBuilder();
    for (Object line : lines) {
      text.append(RunJson.MAPPER.writeValueAsString(line));
      if (shard != null) {
        text.setLength(text.length() - 1);
        text.append(",\"shard\":").append(shard).append('}');
      }
      text.append('\n');
    }
    try {
      if (out == null) {
        open();
      }
      // One write for all lines: a reader that follows the file sees complete lines, and only the last can be torn.
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(
          file + " cannot be written (" + e.getMessage() + "): is the disk full? Make room, then resume with "
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
