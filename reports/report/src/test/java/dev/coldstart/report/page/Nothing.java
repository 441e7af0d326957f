package dev.coldstart.report.page;

import dev.coldstart.stats.run.CounterMedians;
import dev.coldstart.stats.run.RunEffort;
import dev.coldstart.stats.scenario.ScenarioSummary;
import java.util.List;
import java.util.Map;

/** Parts of a summary without data. */
public final class Nothing {

  /** For an arm without counted launches. */
  public static final CounterMedians COUNTERS = new CounterMedians(Map.of(), Double.NaN);

  /** For a run without a record of its blocks. */
  public static final RunEffort EFFORT = new RunEffort(0, 0, List.of(), Double.NaN, Double.NaN, null);

  public static final ScenarioSummary SCENARIOS =
      new ScenarioSummary(List.of(), List.of(), List.of(), List.of(), Map.of());

  private Nothing() {}
}
