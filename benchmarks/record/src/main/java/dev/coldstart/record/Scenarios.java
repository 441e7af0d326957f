package dev.coldstart.record;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The launches of scenarios. They answer other questions than the headline and are never mixed with its launches.
 *
 * @param lines launches by the scenario's id, in the order in which they ended; without scenarios that were not run
 */
public record Scenarios(Map<String, List<LaunchLine>> lines) {

  /** Ids of the scenarios, as in a plan. Each has the file {@code <id>.jsonl}. */
  public static final String COLD_TO_WARM = "cold-to-warm";

  public static final String MEMORY = "memory";
  public static final String SECOND_INSTANCE = "second-instance";
  public static final String BURST = "burst";
  public static final String RUNTIME_API = "runtime-api";
  public static final String RUNTIME_API_CLIENT = "runtime-api-client";

  public static final String LAMBDA_SIZE = "lambda-size";

  public static final Scenarios NONE = new Scenarios(Map.of());

  /** One row per scenario, in the order of plans, files and pages. */
  public static final List<Kind<?>> KINDS = List.of(
      new Kind<>(COLD_TO_WARM, WarmLaunch.class, "Cold to warm",
          "From which call on is one arm ahead of another, if an instance answers call after call?",
          "one line per launch, from cold to warm", List.of()),
      new Kind<>(MEMORY, MemoryLaunch.class, "Memory", "How much memory does one more live instance take?",
          "one line per launch, with its memory", List.of()),
      new Kind<>(SECOND_INSTANCE, InstanceLaunch.class, "Second instance",
          "In a JVM that has answered once, how long does another instance of the module take, from its creation to its"
              + " first answer?",
          "one line per launch, with its further instances",
          List.of(new Figure<>("secondInstance", Counter.Unit.NS, "second instance", InstanceLaunch::secondNs),
              new Figure<>("laterInstance", Counter.Unit.NS,
                  "later instances (median of the second half of those of a launch)", InstanceLaunch::laterNs))),
      new Kind<>(BURST, BurstLaunch.class, "Burst", "How much slower is a start if several start at once?",
          "one line per launch of a burst", List.of()),
      new Kind<>(RUNTIME_API, ApiLaunch.class, "Behind the Lambda Runtime API",
          "Behind a local stand-in for the Lambda Runtime API, when does a custom runtime ask for its first event (ready),"
              + " and how long do its first and its second event take? Ready includes loading the HTTP client: in a JVM,"
              + " the JDK's.",
          "one line per launch, with its events",
          List.of(new Figure<>("ready", Counter.Unit.NS, "ready", ApiLaunch::readyNs),
              new Figure<>("firstEvent", Counter.Unit.NS, "first event", launch -> launch.eventNs()[0]),
              new Figure<>("secondEvent", Counter.Unit.NS, "second event", launch -> launch.eventNs()[1]),
              new Figure<>("apiResponse", Counter.Unit.NS, "from the spawn to the first response",
                  ApiLaunch::firstResponseNs))),
      new Kind<>(RUNTIME_API_CLIENT, ClientLaunch.class, "Behind the Lambda Runtime API, with its Java client",
          "Behind the same stand-in, with AWS Lambda's own Java client, as managed runtimes have it: when is the handler"
              + " ready, and how long do its first and its second event take?",
          "one line per launch, with its events",
          List.of(new Figure<>("ready", Counter.Unit.NS, "ready", ClientLaunch::readyNs),
              new Figure<>("firstEvent", Counter.Unit.NS, "first event", launch -> launch.eventNs()[0]),
              new Figure<>("secondEvent", Counter.Unit.NS, "second event", launch -> launch.eventNs()[1]),
              new Figure<>("apiResponse", Counter.Unit.NS, "from the spawn to the first response",
                  ClientLaunch::firstResponseNs))),
      new Kind<>(LAMBDA_SIZE, SizedLaunch.class, "AWS Lambda's sizes",
          "AWS Lambda gives a function processor time in proportion to its memory, and one whole processor with "
              + SizedLaunch.WHOLE_PROCESSOR_MB + " MB. How long does the first response take with the processor time of"
              + " a smaller size? The memory itself is not limited here.",
          "one line per arm and block, with a launch for each size",
          IntStream.of(SizedLaunch.sizes())
              .mapToObj(mb -> new Figure<>("at" + mb + "Mb", Counter.Unit.NS, mb + " MB", SizedLaunch.at(mb), mb))
              .toList(),
          "Median time to first response (up) by memory size in MB (across)"));

  /**
   * The description of a scenario.
   *
   * @param line the record type of a line in its file
   * @param title title on the page
   * @param question the question that it answers
   * @param file content of its file, in words
   * @param figures numbers of a launch of which only the median is of interest; they are summarised and shown as a
   * table without further code. Empty if the scenario has its own estimates and drawings
   * @param curve the two axes of the curve that the figures make, in words; null if they make none
   */
  public record Kind<T extends LaunchLine>(String id, Class<T> line, String title, String question, String file,
      List<Figure<T>> figures, String curve) {

    /** Without a curve. */
    public Kind(String id, Class<T> line, String title, String question, String file, List<Figure<T>> figures) {
      this(id, line, title, question, file, figures, null);
    }
  }

  /**
   * One number of a valid launch.
   *
   * @param name name in summaries without the unit, for example {@code secondCall}
   * @param label the heading of its column on the page
   * @param across where it is on the sideways axis, if the scenario's figures make a curve; else null
   */
  public record Figure<T>(String name, Counter.Unit unit, String label, ToDoubleFunction<T> of, Integer across) {

    /** A number by itself. */
    public Figure(String name, Counter.Unit unit, String label, ToDoubleFunction<T> of) {
      this(name, unit, label, of, null);
    }
  }

  /** The scenarios that were run. */
  public List<Kind<?>> run() {
    return KINDS.stream().filter(kind -> !of(kind.id()).isEmpty()).toList();
  }

  /** The lines of a scenario. Empty if it was not run. */
  public List<LaunchLine> of(String id) {
    return lines.getOrDefault(id, List.of());
  }

  /** The lines of that type. */
  public <T extends LaunchLine> List<T> of(Class<T> line) {
    return lines.values().stream().flatMap(List::stream).filter(line::isInstance).map(line::cast).toList();
  }
}
