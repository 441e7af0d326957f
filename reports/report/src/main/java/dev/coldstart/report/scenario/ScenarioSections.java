package dev.coldstart.report.scenario;

import dev.coldstart.record.Scenarios;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.run.RunView;
import dev.coldstart.stats.scenario.ScenarioSummary;
import java.util.ArrayList;
import java.util.List;

/**
 * The questions beside the headline, each with a section of its own.
 *
 * @param processors how many the launches had, in words
 * @param notRun those that were not run, by the names that the command line has for them; empty when all were
 */
public record ScenarioSections(List<ColdToWarm> coldToWarm, List<MemoryChart> memory, List<BurstChart> burst,
    String processors, List<String> notRun) {

  public static ScenarioSections of(RunView view) {
    ScenarioSummary run = view.summary().scenarios();
    List<String> notRun = new ArrayList<>();
    if (run.coldToWarm().isEmpty()) {
      notRun.add(Scenarios.COLD_TO_WARM);
    }
    if (run.memory().isEmpty()) {
      notRun.add(Scenarios.MEMORY);
    }
    if (run.burst().isEmpty()) {
      notRun.add(Scenarios.BURST);
    }
    return new ScenarioSections(ColdToWarm.of(view), MemoryChart.of(view), BurstChart.of(view), processors(view),
        notRun);
  }

  private static String processors(RunView view) {
    return Format.count(view.run().manifest().machine().processors(), "processor", "processors");
  }
}
