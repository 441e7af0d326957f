package dev.coldstart.record.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tools.jackson.core.JacksonException;

/** What a writer that was killed leaves at the end of a file of lines. */
final class TornLine {

  private TornLine() {}

  /**
   * Makes the file end at a line's end, so that more can be appended. A last line that lacks nothing but its end is
   * completed; one that is torn is moved to a file beside it, whose name ends in {@code .torn}.
   *
   * @param file one that is not there needs nothing: a run killed at its very beginning has a manifest alone
   * @param type the record that a line is
   */
  static void setAside(Path file, Class<?> type) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long end = endOfLastWholeLine(channel);
      byte[] tail = bytes(channel, end);
      if (tail.length == 0) {
        return;
      }
      if (isWhole(tail, type)) {
        channel.write(ByteBuffer.wrap(new byte[] {'\n'}), channel.size());
        return;
      }
      Path torn = file.resolveSibling(file.getFileName() + ".torn");
      Files.write(torn, tail, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      channel.truncate(end);
    }
  }

  private static long endOfLastWholeLine(FileChannel channel) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    for (long at = channel.size(); at > 0; at--) {
      channel.read(one.clear(), at - 1);
      if (one.get(0) == '\n') {
        return at;
      }
    }
    return 0;
  }

  private static byte[] bytes(FileChannel channel, long from) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ByteBuffer buffer = ByteBuffer.allocate(1 << 12);
    // A device in the file's place may give bytes without an end.
    for (long at = from; at < channel.size() && channel.read(buffer.clear(), at) > 0; at += buffer.position()) {
      bytes.write(buffer.array(), 0, buffer.position());
    }
    return bytes.toByteArray();
  }

  private static boolean isWhole(byte[] line, Class<?> type) {
    try {
      return RunJson.MAPPER.readValue(line, type) != null;
    } catch (JacksonException torn) {
      return false;
    }
  }
}
