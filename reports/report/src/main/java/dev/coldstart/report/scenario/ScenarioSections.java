package dev.coldstart.report.scenario;

import dev.coldstart.record.Scenarios;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.run.RunView;
import java.util.List;

/**
 * The questions beside the headline, each with a section of its own.
 *
 * @param figures of the scenarios that are shown as a table alone
 * @param processors how many the launches had, in words
 * @param run those that were run
 * @param notRun those that were not, by the names that the command line has for them; empty when all were
 */
public record ScenarioSections(List<ColdToWarm> coldToWarm, List<MemoryChart> memory, List<BurstChart> burst,
    List<FigureTables> figures, String processors, List<Scenarios.Kind<?>> run, List<String> notRun) {

  public static ScenarioSections of(RunView view) {
    List<Scenarios.Kind<?>> run =
        Scenarios.KINDS.stream().filter(kind -> !view.run().scenarios().of(kind.id()).isEmpty()).toList();
    return new ScenarioSections(ColdToWarm.of(view), MemoryChart.of(view), BurstChart.of(view),
        run.stream().filter(kind -> !kind.figures().isEmpty()).map(kind -> FigureTables.of(view, kind)).toList(),
        Format.count(view.run().manifest().machine().processors(), "processor", "processors"), run,
        Scenarios.KINDS.stream().filter(kind -> !run.contains(kind)).map(Scenarios.Kind::id).toList());
  }
}
