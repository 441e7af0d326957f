package dev.coldstart.record.io;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tools.jackson.core.JacksonException;

/** The last line of a file with one JSON object per line, whose writer may have been killed. */
final class TornLine {

  private TornLine() {}

  /**
   * Makes the file end with a complete line, so that more can be appended. If the last line lacks only the line break,
   * it is added. A torn or damaged last line, which a reader excludes, is moved to a file with the ending {@code .torn}
   * in the same folder: it would be an error between other lines.
   *
   * @param type the record type of a line
   * @return whether a line was moved
   */
  static boolean setAside(RandomAccessFile lines, Path file, Class<?> type) throws IOException {
    long end = startOfLastLine(lines);
    byte[] tail = new byte[(int) (lines.length() - end)];
    lines.seek(end);
    lines.readFully(tail);
    if (tail.length > 0 && isWhole(tail, type)) {
      if (tail[tail.length - 1] != '\n') {
        lines.write('\n');
      }
      return false;
    }
    if (tail.length > 0) {
      Files.write(of(file), tail, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      lines.setLength(end);
    }
    return tail.length > 0;
  }

  /** The file that torn lines are moved to. */
  static Path of(Path file) {
    return file.resolveSibling(file.getFileName() + ".torn");
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
}
