package dev.coldstart.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** JMH's files of the synthetic runs, reduced to the fields that JMH 1.37 writes and coldstart reads. */
final class SampleJmh {

  private SampleJmh() {}

  static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    double costUs = 0.1;
    for (String configuration : List.of("plain-java.twin", "chicory.interpreter", "wasmtime.jni")) {
      for (String fixture : List.of("noop", "hello")) {
        for (int fork = 0; fork < 3; fork++) {
          String name = String.join("-", configuration, fixture, "fork" + fork);
          files.put(name + "-first.json", "[" + firstTouch(configuration, fixture, costUs * (90 + fork)) + "]");
          files.put(name + "-steady.json", "[" + steady(configuration, fixture, costUs + fork * 0.002) + "]");
        }
      }
      costUs *= 10;
    }
    return files;
  }

  private static String firstTouch(String configuration, String fixture, double us) {
    String raw = number("\"rawData\" : [[%s]]", us / 1_000);
    return entry("FirstTouch.instantiate", "ss", configuration, fixture, us / 1_000, "ms/op", raw) + ","
        + entry("FirstTouch.invoke", "ss", configuration, fixture, us / 1_000, "ms/op", raw);
  }

  private static String steady(String configuration, String fixture, double us) {
    String pairs = number("[%s, 900]", us) + "," + number("[%s, 90]", us * 1.5) + "," + number("[%s, 10]", us * 8);
    return entry("SteadyState.invoke", "avgt", configuration, fixture, us, "us/op", number("\"rawData\" : [[%s]]", us))
        + "," + entry("SteadyState.invoke", "sample", configuration, fixture, us * 1.115, "us/op",
            "\"rawDataHistogram\" : [[[" + pairs + "]]]");
  }

  private static String entry(String benchmark, String mode, String configuration, String fixture, double score,
      String unit, String raw) {
    String params = "{\"configuration\" : \"" + configuration + "\", \"fixture\" : \"" + fixture + "\"}";
    String metric = "{\"score\" : " + number("%s", score) + ", \"scoreError\" : \"NaN\", \"scoreUnit\" : \"" + unit
        + "\", " + raw + "}";
    return "{\"jmhVersion\" : \"1.37\", \"benchmark\" : \"dev.coldstart.jmh." + benchmark + "\", \"mode\" : \"" + mode
        + "\", \"forks\" : 1, \"params\" : " + params + ", \"primaryMetric\" : " + metric
        + ", \"secondaryMetrics\" : {}}";
  }

  private static String number(String format, double value) {
    return String.format(format, String.format(Locale.ROOT, "%.6f", value));
  }
}
