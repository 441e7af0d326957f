package dev.coldstart.record.io;

import dev.coldstart.record.JmhResult;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.text.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the folder of JMH's own JSON files, one per fork, and merges the forks of each benchmark. */
final class JmhFiles {

  private JmhFiles() {}

  static List<JmhResult> read(Path folder, List<String> warnings) {
    List<JmhResult> forks = new ArrayList<>();
    for (Path file : files(folder)) {
      JsonNode results = parse(file, warnings);
      for (int i = 0; i < results.size(); i++) {
        forks.add(new Entry(file + ": result " + i, results.get(i)).result());
      }
    }
    return merge(forks);
  }

  /** Sorted by name, so that results never depend on the file system's order. */
  static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(file -> file.getFileName().toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new RunFormatException(folder + " cannot be read: " + IoReason.of(e), e);
    }
  }

  private static JsonNode parse(Path file, List<String> warnings) {
    JsonNode results;
    try {
      results = RunJson.MAPPER.readTree(file);
    } catch (JacksonException e) {
      // JMH writes the file when its fork has ended. A truncated file means that the fork was killed.
      warnings.add("jmh/" + file.getFileName() + " is incomplete and was excluded: its fork was killed");
      return RunJson.MAPPER.createArrayNode();
    }
    if (!results.isArray()) {
      throw new RunFormatException(file + " is not JMH's JSON: it must be an array of results");
    }
    return results;
  }

  /** One result per benchmark, mode, configuration and fixture, in the order of their first forks. */
  private static List<JmhResult> merge(List<JmhResult> forks) {
    Map<List<String>, List<JmhResult>> groups =
        forks.stream()
            .collect(Collectors.groupingBy(
                fork -> List.of(fork.benchmark(), fork.mode(), fork.configuration(), fork.fixture()),
                LinkedHashMap::new, Collectors.toList()));
    return groups.values().stream().map(JmhFiles::together).toList();
  }

  private static JmhResult together(List<JmhResult> group) {
    JmhResult any = group.get(0);
    // A fork without a score does not count for the mean. If no fork has a score, the mean is 0.0 / 0, which is NaN.
    List<JmhResult> scored = group.stream().filter(part -> !Double.isNaN(part.scoreNs())).toList();
    int forks = scored.stream().mapToInt(JmhResult::forks).sum();
    double meanNs = scored.stream().mapToDouble(part -> part.scoreNs() * part.forks()).sum() / forks;
    double classesBefore =
        group.stream().mapToDouble(JmhResult::classesBefore).filter(n -> !Double.isNaN(n)).average().orElse(Double.NaN);
    return new JmhResult(any.benchmark(), any.mode(), any.configuration(), any.fixture(), any.phase(), meanNs, forks,
        classesBefore, pooled(group));
  }

  private static List<JmhResult.Sample> pooled(List<JmhResult> group) {
    Map<Long, Long> counts = group.stream()
        .flatMap(part -> part.samples().stream())
        .collect(Collectors.toMap(JmhResult.Sample::valueNs, JmhResult.Sample::count, Long::sum, TreeMap::new));
    return counts.entrySet().stream().map(e -> new JmhResult.Sample(e.getKey(), e.getValue())).toList();
  }

  /**
   * One result in a file that JMH 1.37 wrote with {@code -rf json}. JMH's {@code JSONResultFormat} defines the layout.
   *
   * @param where the place of the result, for messages
   */
  private record Entry(String where, JsonNode json) {

    /** JMH's score units as time units. */
    private static final Map<String, TimeUnit> UNITS = Map.of("ns/op", TimeUnit.NANOSECONDS, "us/op",
        TimeUnit.MICROSECONDS, "ms/op", TimeUnit.MILLISECONDS, "s/op", TimeUnit.SECONDS);

    JmhResult result() {
      String[] name = text(json, "benchmark").split("\\.");
      if (name.length < 2) {
        throw wrong("\"benchmark\" must be <class>.<phase>");
      }
      String method = name[name.length - 1];
      String mode = text(json, "mode");
      JsonNode metric = json.path("primaryMetric");
      JsonNode forks = raw(metric, mode);
      double unitNs = unitNs(text(metric, "scoreUnit"));
      return new JmhResult(name[name.length - 2] + "." + method, mode, text(json.path("params"), "configuration"),
          text(json.path("params"), "fixture"),
          // In a steady state the call is not the first, but the phase is the same.
          method.equals("invoke") ? "firstInvoke" : method, number(metric.path("score"), "score") * unitNs,
          forks.size(), classesBefore(), samples(forks, mode, unitNs));
    }

    /** The secondary metric with that name. NaN if there is none. */
    private double classesBefore() {
      return json.path("secondaryMetrics")
          .optional("classesBefore")
          .map(counter -> number(counter.path("score"), "score"))
          .orElse(Double.NaN);
    }

    private double unitNs(String unit) {
      if (!UNITS.containsKey(unit)) {
        throw wrong("scoreUnit=" + unit + " is not ns/op, us/op, ms/op or s/op");
      }
      return UNITS.get(unit).toNanos(1);
    }

    /** One array per fork, with one element per iteration: a single value or a list of pairs. */
    private JsonNode raw(JsonNode metric, String mode) {
      String field = mode.equals("sample") ? "rawDataHistogram" : "rawData";
      return metric.path(field).asArrayOpt().orElseThrow(() -> wrong("lacks the array \"" + field + "\""));
    }

    private List<JmhResult.Sample> samples(JsonNode forks, String mode, double unitNs) {
      Stream<JsonNode> iterations = forks.valueStream().flatMap(JsonNode::valueStream);
      return switch (mode) {
        case "ss" -> iterations.map(value -> sample(value, 1, unitNs)).toList();
        case "sample" -> iterations.flatMap(JsonNode::valueStream)
            .map(pair -> sample(pair.path(0), pair.path(1).asLong(0), unitNs))
            .toList();
        default -> List.of();
      };
    }

    private JmhResult.Sample sample(JsonNode value, long count, double unitNs) {
      double ns = number(value, "raw data") * unitNs;
      if (Double.isNaN(ns) || ns < 0 || count < 1) {
        throw wrong("raw data holds value=" + value + " count=" + count + ", which is not an observed time");
      }
      return new JmhResult.Sample(Math.round(ns), count);
    }

    /** JMH writes NaN as a text, because JSON has no NaN. */
    private double number(JsonNode value, String field) {
      return value.stringValue("").equals("NaN")
          ? Double.NaN
          : value.doubleValueOpt().orElseThrow(() -> wrong("\"" + field + "\" must be a number"));
    }

    private String text(JsonNode node, String field) {
      return node.path(field).stringValueOpt().orElseThrow(() -> wrong("lacks the text \"" + field + "\""));
    }

    private RunFormatException wrong(String problem) {
      return new RunFormatException(where + " " + problem);
    }
  }
}
