package dev.coldstart.record.io;

import dev.coldstart.record.JmhResult;
import dev.coldstart.record.RunFormatException;
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

/** Reads the folder of JMH's own JSON files, one a fork, and puts the forks of one benchmark together. */
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

  /** By name, so that what is made of them never depends on the file system's order. */
  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(file -> file.getFileName().toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new RunFormatException(folder + " cannot be read: " + e, e);
    }
  }

  private static JsonNode parse(Path file, List<String> warnings) {
    JsonNode results;
    try {
      results = RunJson.MAPPER.readTree(file);
    } catch (JacksonException e) {
      // JMH writes the whole file when its fork has ended: one that is cut off is a fork that was killed.
      warnings.add("jmh/" + file.getFileName() + " is not whole and is set aside: its fork was killed");
      return RunJson.MAPPER.createArrayNode();
    }
    if (!results.isArray()) {
      throw new RunFormatException(file + " is not JMH's JSON: it must be an array of results");
    }
    return results;
  }

  /** One result a benchmark, mode, configuration and fixture, in the order of their first forks. */
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
    double sumNs = 0;
    int forks = 0;
    for (JmhResult part : group) {
      // A fork without a score tells nothing of the mean, and is not a fork that gave it.
      if (!Double.isNaN(part.scoreNs())) {
        sumNs += part.scoreNs() * part.forks();
        forks += part.forks();
      }
    }
    double meanNs = forks == 0 ? Double.NaN : sumNs / forks;
    double classesBefore =
        group.stream().mapToDouble(JmhResult::classesBefore).filter(n -> !Double.isNaN(n)).average().orElse(Double.NaN);
    return new JmhResult(any.benchmark(), any.mode(), any.configuration(), any.fixture(), any.phase(), meanNs, forks,
        classesBefore, pooled(group));
  }

  private static List<JmhResult.Sample> pooled(List<JmhResult> group) {
    TreeMap<Long, Long> counts = new TreeMap<>();
    group.stream()
        .flatMap(part -> part.samples().stream())
        .forEach(sample -> counts.merge(sample.valueNs(), sample.count(), Long::sum));
    return counts.entrySet().stream().map(e -> new JmhResult.Sample(e.getKey(), e.getValue())).toList();
  }

  /**
   * One result of a file that JMH 1.37 wrote with {@code -rf json}; its layout is that of {@code
   * org.openjdk.jmh.results.format.JSONResultFormat}.
   *
   * @param where names the place in messages
   */
  private record Entry(String where, JsonNode json) {

    /** JMH's unit of a score, and what one of it is in ns. */
    private static final Map<String, Double> UNITS_NS =
        Map.of("ns/op", 1.0, "us/op", (double) TimeUnit.MICROSECONDS.toNanos(1), "ms/op",
            (double) TimeUnit.MILLISECONDS.toNanos(1), "s/op", (double) TimeUnit.SECONDS.toNanos(1));

    JmhResult result() {
      String[] name = text(json, "benchmark").split("\\.");
      if (name.length < 2) {
        throw wrong("\"benchmark\" must be <class>.<phase>");
      }
      String method = name[name.length - 1];
      JsonNode metric = json.path("primaryMetric");
      String mode = text(json, "mode");
      return new JmhResult(name[name.length - 2] + "." + method, mode, text(json.path("params"), "configuration"),
          text(json.path("params"), "fixture"),
          // In a steady state no call is the first; the phase is the same.
          method.equals("invoke") ? "firstInvoke" : method, number(metric.path("score"), "score") * unitNs(metric),
          raw(metric, mode).size(), classesBefore(), samples(raw(metric, mode), mode, unitNs(metric)));
    }

    /** From the counter of that name beside the time; NaN where there is none. */
    private double classesBefore() {
      JsonNode counter = json.path("secondaryMetrics").path("classesBefore");
      return counter.isMissingNode() ? Double.NaN : number(counter.path("score"), "score");
    }

    private double unitNs(JsonNode metric) {
      Double unit = UNITS_NS.get(text(metric, "scoreUnit"));
      if (unit == null) {
        throw wrong("scoreUnit=" + text(metric, "scoreUnit") + " is not ns/op, us/op, ms/op or s/op");
      }
      return unit;
    }

    /** Forks, of iterations, of either one value or of a list of pairs. */
    private JsonNode raw(JsonNode metric, String mode) {
      String field = mode.equals("sample") ? "rawDataHistogram" : "rawData";
      JsonNode raw = metric.path(field);
      if (!raw.isArray()) {
        throw wrong("lacks the array \"" + field + "\"");
      }
      return raw;
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
        throw wrong("raw data holds value=" + value + " count=" + count + ", which is no observed time");
      }
      return new JmhResult.Sample(Math.round(ns), count);
    }

    /** JMH writes NaN, which JSON has not, as a text. */
    private double number(JsonNode value, String field) {
      if (value.isString() && value.stringValue().equals("NaN")) {
        return Double.NaN;
      }
      if (!value.isNumber()) {
        throw wrong("\"" + field + "\" must be a number");
      }
      return value.doubleValue();
    }

    private String text(JsonNode node, String field) {
      JsonNode value = node.path(field);
      if (!value.isString()) {
        throw wrong("lacks the text \"" + field + "\"");
      }
      return value.stringValue();
    }

    private RunFormatException wrong(String problem) {
      return new RunFormatException(where + " " + problem);
    }
  }
}
