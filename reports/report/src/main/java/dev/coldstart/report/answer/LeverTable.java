package dev.coldstart.report.answer;

import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.chart.LogAxis;
import dev.coldstart.report.chart.RatioDrawing;
import dev.coldstart.report.chart.Svg;
import dev.coldstart.report.chart.TickLabels;
import dev.coldstart.report.run.ManyArms;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.run.LeverEffect;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What choices within a runtime are worth.
 *
 * @param ticks the labels of the axis that all rows share; null when there is none
 * @param rows those that save most first
 * @param found what to see, in words
 * @param more which of them are left out, in words; empty when none is
 */
public record LeverTable(FixtureFacts fixture, Svg ticks, List<Row> rows, String found, String more) {

  /** @param interval the ratio and its interval, drawn */
  record Row(ArmName name, ArmName other, Svg drawing, String ratio, String interval, int blocks) {}

  /** One for each fixture that has levers. */
  public static List<LeverTable> of(RunView view) {
    List<LeverEffect> levers = view.summary().details().levers();
    return view.fixtures()
        .stream()
        .map(fixture -> of(view, fixture, levers))
        .filter(table -> !table.rows().isEmpty())
        .toList();
  }

  private static LeverTable of(RunView view, FixtureFacts fixture, List<LeverEffect> all) {
    List<LeverEffect> ofFixture = all.stream()
        .filter(lever -> lever.arm().fixture().equals(fixture.id()) && Double.isFinite(lever.ratio().value()))
        .sorted(Comparator.comparingDouble(lever -> lever.ratio().value()))
        .toList();
    List<LeverEffect> levers = ManyArms.first(view, ofFixture);
    // 1 is always on the axis, for the line that stands for no difference.
    DoubleStream ends =
        levers.stream().map(LeverEffect::ratio).flatMapToDouble(r -> DoubleStream.of(1, r.value(), r.low(), r.high()));
    return LogAxis.covering(ends)
        .map(axis -> drawn(view, fixture, levers, axis, ManyArms.more(view, ofFixture.size())))
        .orElse(new LeverTable(fixture, null, List.of(), "", ""));
  }

  private static LeverTable drawn(RunView view, FixtureFacts fixture, List<LeverEffect> levers, LogAxis axis,
      String more) {
    List<Row> rows = levers.stream().map(lever -> row(view, lever, axis)).toList();
    return new LeverTable(fixture, axis.labels(TickLabels.IN_A_CELL), rows, found(view, levers), more);
  }

  /** @param levers those that save most first */
  private static String found(RunView view, List<LeverEffect> levers) {
    if (!view.isTrusted()) {
      return "What a lever saves is " + VerdictWords.NOT_TRUSTED + ".";
    }
    if (levers.stream().noneMatch(lever -> lever.ratio().hasInterval())) {
      return "No two arms share blocks enough for an interval.";
    }
    return levers.stream()
        .filter(lever -> lever.ratio().high() < 1)
        .findFirst()
        .map(lever -> "Look at " + view.names().of(lever.arm()).text() + ": it takes "
            + Format.number(lever.ratio().value(), "×") + " the time of " + view.names().of(lever.other()).text() + " ("
            + Quantity.interval(lever.ratio()) + ").")
        .orElse("No interval lies wholly left of 1.");
  }

  private static Row row(RunView view, LeverEffect lever, LogAxis axis) {
    return new Row(view.names().of(lever.arm()), view.names().of(lever.other()), RatioDrawing.of(lever.ratio(), axis),
        Format.number(lever.ratio().value(), "×"), Quantity.interval(lever.ratio()), lever.blocks());
  }
}
