package dev.coldstart.record;

import java.util.List;

/**
 * The launches that answer another question than the headline, and are never mixed with its own. Each list is empty
 * when its scenario was not run; in the order in which the launches ended.
 */
public record Scenarios(List<WarmLaunch> coldToWarm, List<MemoryLaunch> memory, List<BurstLaunch> burst) {

  /** Ids of the scenarios, as in a plan. */
  public static final String COLD_TO_WARM = "cold-to-warm";

  public static final String MEMORY = "memory";
  public static final String BURST = "burst";

  public static final Scenarios NONE = new Scenarios(List.of(), List.of(), List.of());
}
