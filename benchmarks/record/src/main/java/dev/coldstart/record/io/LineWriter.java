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
      try (RandomAccessFile lines = new RandomAccessFile(file.toFile(), "rw")) {
        TornLine.setAside(lines, file, type);
      }
    }
  }

  /** Creates the file even if there will be no line. */
  void open() throws IOException {
    out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
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
