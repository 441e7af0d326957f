package dev.coldstart.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * One result of a file that JMH 1.37 wrote with {@code -rf json}; its layout is that of {@code
 * org.openjdk.jmh.results.format.JSONResultFormat}.
 *
 * @param where names the place in messages
 */
record JmhEntry(String where, JsonNode json) {

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
    List<JmhResult.Sample> samples = new ArrayList<>();
    for (JsonNode fork : forks) {
      for (JsonNode iteration : fork) {
        if (mode.equals("ss")) {
          samples.add(sample(iteration, 1, unitNs));
        } else if (mode.equals("sample")) {
          iteration.forEach(pair -> samples.add(sample(pair.path(0), pair.path(1).asLong(0), unitNs)));
        }
      }
    }
    return samples;
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
