package dev.coldstart.html;

import dev.coldstart.results.Manifest.FixtureFacts;
import dev.coldstart.stats.Lever;
import dev.coldstart.stats.Levers;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What choices within a runtime are worth.
 *
 * @param ticks the labels of the axis that all rows share; null when there is none
 * @param rows those that save most first
 * @param more which of them are left out, in words; empty when none is
 */
record LeverTable(FixtureFacts fixture, Svg ticks, List<Row> rows, String more) {

  /** @param interval the ratio and its interval, drawn */
  record Row(ArmName name, ArmName other, Svg drawing, String ratio, String interval, int blocks) {}

  /** One for each fixture that has levers. */
  static List<LeverTable> of(RunView view) {
    List<Lever> levers = Levers.of(view.run());
    return view.fixtures().stream()
        .map(fixture -> of(view, fixture, levers))
        .filter(table -> !table.rows().isEmpty())
        .toList();
  }

  private static LeverTable of(RunView view, FixtureFacts fixture, List<Lever> all) {
    List<Lever> ofFixture =
        all.stream()
            .filter(lever -> lever.arm().fixture().equals(fixture.id()) && Double.isFinite(lever.ratio().value()))
            .sorted(Comparator.comparingDouble(lever -> lever.ratio().value()))
            .toList();
    List<Lever> levers = ManyArms.first(view, ofFixture);
    // 1 is always on the axis, for the line that stands for no difference.
    DoubleStream ends =
        levers.stream().map(Lever::ratio).flatMapToDouble(r -> DoubleStream.of(1, r.value(), r.low(), r.high()));
    return LogAxis.covering(ends)
        .map(
            axis ->
                new LeverTable(
                    fixture, axis.labels(), levers.stream().map(lever -> row(view, lever, axis)).toList(),
                    ManyArms.more(view, ofFixture.size())))
        .orElse(new LeverTable(fixture, null, List.of(), ""));
  }

  private static Row row(RunView view, Lever lever, LogAxis axis) {
    return new Row(
        view.names().of(lever.arm()),
        view.names().of(lever.other()),
        RatioDrawing.of(lever.ratio(), axis),
        Numbers.of(lever.ratio().value(), "×"),
        Numbers.interval(lever.ratio()),
        lever.blocks());
  }
}
