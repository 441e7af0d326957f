package dev.coldstart.report.scenario;

import dev.coldstart.record.Scenarios.Figure;
import dev.coldstart.record.Scenarios.Kind;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.stats.scenario.FigureMedians;
import java.util.List;
import java.util.stream.IntStream;

/** A scenario of which the medians of a few numbers say all: one table a fixture, with a column each. */
public record FigureTables(Kind<?> kind, List<Table> tables) {

  record Table(String title, List<Row> rows, List<ScenarioGroup.LeftOut> leftOut) {}

  record Row(ArmName name, List<Quantity> medians, int launches, String invalid) {}

  static FigureTables of(RunView view, Kind<?> kind) {
    List<FigureMedians> all = view.summary().scenarios().figures().get(kind.id());
    return new FigureTables(kind,
        ScenarioGroup.of(view)
            .stream()
            .map(group -> new Table(group.title(),
                group.of(all, FigureMedians::arm).stream().map(arm -> row(view, kind, arm)).toList(),
                ScenarioGroup.LeftOut.of(view, group, kind.id())))
            .filter(table -> !table.rows().isEmpty())
            .toList());
  }

  private static Row row(RunView view, Kind<?> kind, FigureMedians arm) {
    return new Row(ScenarioGroup.name(view, arm.arm()),
        IntStream.range(0, kind.figures().size()).mapToObj(i -> quantity(kind.figures().get(i), arm, i)).toList(),
        arm.n(), ScenarioGroup.words(arm.setAside()));
  }

  private static Quantity quantity(Figure<?> figure, FigureMedians arm, int i) {
    return switch (figure.unit()) {
      case NS -> Quantity.time(arm.medians().get(i));
      case BYTES -> Quantity.size(arm.medians().get(i));
      case COUNT -> Quantity.about(arm.medians().get(i));
    };
  }
}
