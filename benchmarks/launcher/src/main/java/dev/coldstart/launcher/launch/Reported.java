package dev.coldstart.launcher.launch;

import dev.coldstart.record.text.SafeText;
import dev.coldstart.spi.ChildReport;
import dev.coldstart.spi.Phase;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A child's {@link ChildReport}, read. */
public record Reported(long[] stampsNs, String classPath, String engine, Map<String, String> values) {

  private static final int MOST_ENGINE_CHARACTERS = 200;
  private static final int MOST_FAILURE_CHARACTERS = 300;

  /** So few digits that it fits a long: what ran in the child may have written to its standard output too. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  /** Reads a report that is whole; empty when it is torn, or something else. */
  static Optional<Reported> parse(byte[] bytes) {
    String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n");
    // Nothing but newlines splits into no line at all.
    if (lines.length == 0 || !lines[0].equals(ChildReport.FIRST_LINE)
        || !lines[lines.length - 1].equals(ChildReport.LAST_LINE)) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    for (String line : Arrays.asList(lines).subList(1, lines.length - 1)) {
      int equals = line.indexOf('=');
      if (equals < 0) {
        return Optional.empty();
      }
      values.put(line.substring(0, equals), line.substring(equals + 1));
    }
    try {
      long[] stamps = Arrays.stream(values.get("stampsNs").split(",")).mapToLong(Long::parseLong).toArray();
      boolean complete = stamps.length == Phase.values().length;
      return complete
          ? Optional.of(new Reported(stamps, values.get("classPath"), engine(values), values))
          : Optional.empty();
    } catch (NumberFormatException | NullPointerException malformed) {
      return Optional.empty();
    }
  }

  private static String engine(Map<String, String> values) {
    String engine = values.get("engine");
    return engine == null ? null : SafeText.start(engine, MOST_ENGINE_CHARACTERS);
  }

  /** The number of that key; null when the child could not tell, or wrote something else. */
  public Long number(String key) {
    String value = values.get(key);
    return value != null && NUMBER.matcher(value).matches() ? Long.valueOf(value) : null;
  }

  /** The numbers of that key; none when the child could not tell, or wrote something else. */
  public long[] numbers(String key) {
    String[] parts = values.getOrDefault(key, "").split(",", -1);
    return Arrays.stream(parts).allMatch(part -> NUMBER.matcher(part).matches())
        ? Arrays.stream(parts).mapToLong(Long::parseLong).toArray()
        : new long[0];
  }

  /** Why the child went on for less than it was asked to; null when it did not. */
  public String failure() {
    String failure = values.get("failure");
    return failure == null ? null : SafeText.start(failure, MOST_FAILURE_CHARACTERS);
  }
}
