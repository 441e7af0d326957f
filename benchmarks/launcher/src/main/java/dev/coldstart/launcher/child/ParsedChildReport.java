package dev.coldstart.launcher.child;

import dev.coldstart.child.ChildReport;
import dev.coldstart.child.HotSpotCounters;
import dev.coldstart.launcher.machine.ProcFiles;
import dev.coldstart.record.Counter;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.spi.Phase;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@link ChildReport}, split into its sections. Content that is not in the expected form is treated as absent,
 * because the code that ran in the child may also have written to standard output.
 *
 * @param stampsNs the timestamps, one for each phase
 */
public record ParsedChildReport(long[] stampsNs, Map<String, byte[]> sections) {

  /**
   * The charset in which this JVM reads file names, which depends on the locale. File names from the kernel are decoded
   * with it, so that they equal those of a Path.
   */
  private static final Charset FILE_NAMES = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

  private static final int MOST_ENGINE_CHARACTERS = 200;
  private static final int MOST_FAILURE_CHARACTERS = 300;

  private static final byte[] FIRST_LINE = (ChildReport.FIRST_LINE + "\n").getBytes(StandardCharsets.UTF_8);
  private static final byte[] LAST_LINE = (ChildReport.LAST_LINE + "\n").getBytes(StandardCharsets.UTF_8);
  private static final Pattern HEADER = Pattern.compile("([a-zA-Z]{1,40}) ([0-9]{1,7})\n");
  private static final int MOST_HEADER_BYTES = 49;

  private static final Pattern COUNT = Pattern.compile("([a-zA-Z]+) ([0-9]{1,18})");

  /** The number of digits is limited so that each number fits a long. */
  private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,18}(,[0-9]{1,18})*+");

  /** Parses a complete report. Empty if it is truncated or not a report. */
  static Optional<ParsedChildReport> parse(byte[] bytes) {
    int end = bytes.length - LAST_LINE.length;
    if (end < FIRST_LINE.length || !isAt(bytes, 0, FIRST_LINE) || !isAt(bytes, end, LAST_LINE)) {
      return Optional.empty();
    }
    Map<String, byte[]> sections = new HashMap<>();
    int at = FIRST_LINE.length;
    while (at < end) {
      int headerEnd = Math.min(end, at + MOST_HEADER_BYTES);
      Matcher header = HEADER.matcher(new String(bytes, at, headerEnd - at, StandardCharsets.ISO_8859_1));
      if (!header.lookingAt() || Integer.parseInt(header.group(2)) > end - at - header.end()) {
        return Optional.empty();
      }
      int from = at + header.end();
      at = from + Integer.parseInt(header.group(2));
      if (sections.put(header.group(1), Arrays.copyOfRange(bytes, from, at)) != null) {
        return Optional.empty();
      }
    }
    long[] stampsNs = signed(sections.get(ChildReport.STAMPS_NS));
    return stampsNs.length == Phase.COUNT ? Optional.of(new ParsedChildReport(stampsNs, sections)) : Optional.empty();
  }

  private static boolean isAt(byte[] bytes, int at, byte[] line) {
    return Arrays.equals(bytes, at, at + line.length, line, 0, line.length);
  }

  /** Numbers of either sign, because nanoTime may be negative. */
  private static long[] signed(byte[] section) {
    try {
      return section == null
          ? new long[0]
          : Arrays.stream(text(section).split(",", -1)).mapToLong(Long::parseLong).toArray();
    } catch (NumberFormatException malformed) {
      return new long[0];
    }
  }

  private static String text(byte[] section) {
    return new String(section, StandardCharsets.UTF_8);
  }

  /** The text of a section. Null if the child could not read it. */
  public String text(String section) {
    return sections.containsKey(section) ? text(sections.get(section)) : null;
  }

  /** The comma-separated numbers of a section. Empty if the child could not read them. */
  public long[] numbers(String section) {
    return sections.containsKey(section) && NUMBERS.matcher(text(section)).matches()
        ? signed(sections.get(section))
        : new long[0];
  }

  /**
   * One number from a section that contains a file, by the field's name in that file's own documentation. Null if the
   * child could not read it.
   */
  Long number(String section, String field) {
    byte[] bytes = sections.get(section);
    return bytes == null ? null : switch (section) {
      case ChildReport.HSPERFDATA -> HotSpotCounters.parse(bytes).number(field);
      case ChildReport.SCHEDSTAT -> ProcFiles.schedstat(text(bytes), field);
      case ChildReport.STAT -> ProcFiles.stat(text(bytes), field);
      case ChildReport.ENGINE_COUNTS -> count(text(bytes), field);
      case ChildReport.STATUS -> ProcFiles.status(text(bytes), field).stream().findFirst().orElse(null);
      default -> throw new IllegalArgumentException("section " + section + " has no fields");
    };
  }

  /** The number in the line that begins with this name. Null if there is none. */
  private static Long count(String lines, String name) {
    return lines.lines()
        .map(COUNT::matcher)
        .filter(line -> line.matches() && line.group(1).equals(name))
        .map(line -> Long.valueOf(line.group(2)))
        .findFirst()
        .orElse(null);
  }

  /** Null if the child could not read the counter. */
  public Long counter(Counter counter) {
    if (counter == Counter.CPU && !sections.containsKey(ChildReport.SCHEDSTAT)) {
      return Arrays.stream(numbers(ChildReport.CPU_NS_BY_JDK)).boxed().findFirst().orElse(null);
    }
    // A JVM has no counters for a collector that it lacks.
    return counter.fields()
        .stream()
        .map(field -> number(counter.section(), field))
        .filter(Objects::nonNull)
        .reduce(Long::sum)
        .orElse(null);
  }

  /** The resident set size at each reading during the instances scenario, in bytes. */
  public long[] instancesRssBytes() {
    String status = text(ChildReport.INSTANCES_STATUS);
    return status == null
        ? new long[0]
        : ProcFiles.status(status, "VmRSS").stream().mapToLong(Long::longValue).toArray();
  }

  /** The engine's own name for itself. Null if it was not asked for. */
  public String engine() {
    String engine = text(ChildReport.ENGINE);
    return engine == null ? null : SafeText.start(engine, MOST_ENGINE_CHARACTERS);
  }

  /** Why further calls or instances ended early. Null if they did not. */
  public String failure() {
    String failure = text(ChildReport.FAILURE);
    return failure == null ? null : SafeText.start(failure, MOST_FAILURE_CHARACTERS);
  }

  /** The CDS archives and AOT caches that the JVM has mapped. Empty if the platform does not say. */
  Optional<List<String>> archives() {
    return archives(FILE_NAMES);
  }

  Optional<List<String>> archives(Charset fileNames) {
    return Optional.ofNullable(sections.get(ChildReport.MAPS))
        .map(maps -> ProcFiles.archives(new String(maps, fileNames)));
  }
}
