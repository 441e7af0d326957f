package dev.coldstart.record;

import com.fasterxml.jackson.annotation.JsonKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A counter that the kernel, the JVM or the engine keeps for a launch, read right after its response. The constants are
 * in the order of the raw data and of the summaries. SCHEMA.md says what each counter means and when it is absent.
 */
public enum Counter implements Function<Launch, Long> {
  CPU("cpuNs", "CPU", "schedstat", "sum_exec_runtime"),
  RUN_QUEUE("runQueueNs", null, "schedstat", "run_delay"),
  PEAK_RSS("peakRssBytes", "Peak RSS", "status", "VmHWM"),
  CLASSES_LOADED("classesLoaded", "Classes", "hsperfdata", "java.cls.loadedClasses", "java.cls.sharedLoadedClasses"),
  CLASSES_FROM_ARCHIVE("classesFromArchive", "From an archive", "hsperfdata", "java.cls.sharedLoadedClasses"),
  JIT("jitNs", "JIT", "hsperfdata", "java.ci.totalTime"),
  GC("gcNs", "GC", "hsperfdata", "sun.gc.collector.0.time", "sun.gc.collector.1.time", "sun.gc.collector.2.time"),
  MAJOR_FAULTS("majorFaults", "Major faults", "stat", "majflt"),
  INTERPRETED_FUNCTIONS("interpretedFunctions", null, "engineCounts", "interpretedFunctions");

  /** Unit of a counter's values. */
  public enum Unit {
    NS,
    BYTES,
    COUNT
  }

  private final String key;
  private final Optional<String> label;
  private final String section;
  private final List<String> fields;

  /**
   * @param key name of its field in the raw data; the name's ending gives the unit
   * @param label the heading of its column on the page; null if only the raw data has it
   * @param section the section of a child's report that has it
   * @param fields fields of that section; the counter is their sum
   */
  Counter(String key, String label, String section, String... fields) {
    this.key = key;
    this.label = Optional.ofNullable(label);
    this.section = section;
    this.fields = List.of(fields);
  }

  /** The counter with that field name in the raw data. Empty if there is none. */
  public static Optional<Counter> of(String key) {
    return Stream.of(values()).filter(counter -> counter.key.equals(key)).findFirst();
  }

  /** The counters that summaries and pages show. */
  public static List<Counter> shown() {
    return Stream.of(values()).filter(counter -> counter.label.isPresent()).toList();
  }

  /** Name of its median in summaries, for example {@code cpuMedianMs} for {@code cpuNs}. */
  public String medianKey() {
    return switch (unit()) {
      case NS -> key.replaceFirst("Ns$", "MedianMs");
      case BYTES -> key.replaceFirst("Bytes$", "MedianBytes");
      case COUNT -> key + "Median";
    };
  }

  @JsonKey
  public String key() {
    return key;
  }

  public Unit unit() {
    return key.endsWith("Ns") ? Unit.NS : key.endsWith("Bytes") ? Unit.BYTES : Unit.COUNT;
  }

  public Optional<String> label() {
    return label;
  }

  public String section() {
    return section;
  }

  public List<String> fields() {
    return fields;
  }

  /** The value for a launch. Null if it is absent. */
  @Override
  public Long apply(Launch launch) {
    return launch.counters().get(this);
  }
}
