package dev.coldstart.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The launches that answer another question than the headline and are never mixed with its own.
 *
 * @param lines by the scenario's id, in the order in which the launches ended; a scenario that was not run is not in it
 */
public record Scenarios(Map<String, List<LaunchLine>> lines) {

  /** Ids of the scenarios, as in a plan. Each has the file {@code <id>.jsonl}. */
  public static final String COLD_TO_WARM = "cold-to-warm";

  public static final String MEMORY = "memory";
  public static final String BURST = "burst";

  public static final Scenarios NONE = new Scenarios(Map.of());

  /** What a line of each scenario's file is. */
  public static final Map<String, Class<? extends LaunchLine>> TYPES = types();

  private static Map<String, Class<? extends LaunchLine>> types() {
    Map<String, Class<? extends LaunchLine>> types = new LinkedHashMap<>();
    types.put(COLD_TO_WARM, WarmLaunch.class);
    types.put(MEMORY, MemoryLaunch.class);
    types.put(BURST, BurstLaunch.class);
    return types;
  }

  public Scenarios(List<WarmLaunch> coldToWarm, List<MemoryLaunch> memory, List<BurstLaunch> burst) {
    this(byId(coldToWarm, memory, burst));
  }

  private static Map<String, List<LaunchLine>> byId(List<WarmLaunch> coldToWarm, List<MemoryLaunch> memory,
      List<BurstLaunch> burst) {
    Map<String, List<LaunchLine>> lines = new LinkedHashMap<>();
    lines.put(COLD_TO_WARM, List.copyOf(coldToWarm));
    lines.put(MEMORY, List.copyOf(memory));
    lines.put(BURST, List.copyOf(burst));
    lines.values().removeIf(List::isEmpty);
    return lines;
  }

  /** The lines of a scenario; empty when it was not run. */
  public List<LaunchLine> of(String id) {
    return lines.getOrDefault(id, List.of());
  }

  /** The same as what they are. */
  public <T extends LaunchLine> List<T> of(String id, Class<T> type) {
    return of(id).stream().map(type::cast).toList();
  }

  public List<WarmLaunch> coldToWarm() {
    return of(COLD_TO_WARM, WarmLaunch.class);
  }

  public List<MemoryLaunch> memory() {
    return of(MEMORY, MemoryLaunch.class);
  }

  public List<BurstLaunch> burst() {
    return of(BURST, BurstLaunch.class);
  }
}
