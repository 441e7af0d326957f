package dev.coldstart.record;

import com.fasterxml.jackson.annotation.JsonKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A number that the kernel or the JVM keeps of a launch, read straight after its response: one constant each, in the
 * order of the raw data and of the summaries. SCHEMA.md says what each means, and when it is absent.
 */
public enum Counter implements Function<Launch, Long> {
  CPU("cpuNs", "Processors", "schedstat", "sum_exec_runtime"),
  RUN_QUEUE("runQueueNs", null, "schedstat", "run_delay"),
  PEAK_RSS("peakRssBytes", "Peak memory", "status", "VmHWM"),
  CLASSES_LOADED("classesLoaded", "Classes", "hsperfdata", "java.cls.loadedClasses", "java.cls.sharedLoadedClasses"),
  CLASSES_FROM_ARCHIVE("classesFromArchive", "From an archive", "hsperfdata", "java.cls.sharedLoadedClasses"),
  JIT("jitNs", "Compilers", "hsperfdata", "java.ci.totalTime"),
  GC("gcNs", "Collectors", "hsperfdata", "sun.gc.collector.0.time", "sun.gc.collector.1.time",
      "sun.gc.collector.2.time"),
  MAJOR_FAULTS("majorFaults", "Major faults", "stat", "majflt");

  /** What its numbers count. */
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
   * @param key its field's name in the raw data, whose ending says its unit
   * @param label the heading of its column on the page; null where the raw data alone has it
   * @param section of a child's report
   * @param fields those of the section that it is the sum of
   */
  Counter(String key, String label, String section, String... fields) {
    this.key = key;
    this.label = Optional.ofNullable(label);
    this.section = section;
    this.fields = List.of(fields);
  }

  /** The counter of that field of the raw data; empty where it is none. */
  public static Optional<Counter> of(String key) {
    return Stream.of(values()).filter(counter -> counter.key.equals(key)).findFirst();
  }

  /** Those that summaries and pages show. */
  public static List<Counter> shown() {
    return Stream.of(values()).filter(counter -> counter.label.isPresent()).toList();
  }

  /** The name of its median in summaries: {@code cpuMedianMs} for {@code cpuNs}. */
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

  /** Of one launch; null where it is absent. */
  @Override
  public Long apply(Launch launch) {
    return launch.counters().get(this);
  }
}
