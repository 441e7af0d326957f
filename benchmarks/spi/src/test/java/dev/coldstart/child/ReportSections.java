package dev.coldstart.child;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The sections of a valid {@link ChildReport}, in order. The parent has a parser of its own, which accepts invalid
 * ones.
 */
final class ReportSections {

  private ReportSections() {}

  /** @param response length of the response before the report, in bytes */
  static Map<String, byte[]> of(byte[] out, int response) {
    ByteBuffer bytes = ByteBuffer.wrap(out).position(response);
    Map<String, byte[]> sections = new LinkedHashMap<>();
    if (!line(bytes).equals(ChildReport.FIRST_LINE)) {
      throw new IllegalArgumentException("no report");
    }
    String line = line(bytes);
    while (!line.equals(ChildReport.LAST_LINE)) {
      byte[] content = new byte[Integer.parseInt(line.split(" ")[1])];
      bytes.get(content);
      if (sections.put(line.split(" ")[0], content) != null) {
        throw new IllegalArgumentException("two sections " + line);
      }
      line = line(bytes);
    }
    if (bytes.hasRemaining()) {
      throw new IllegalArgumentException("bytes behind the report");
    }
    return sections;
  }

  private static String line(ByteBuffer bytes) {
    int start = bytes.position();
    while (bytes.get() != '\n') {
      // Reads on to the end of the line.
    }
    return new String(bytes.array(), start, bytes.position() - 1 - start, StandardCharsets.UTF_8);
  }
}
