package dev.coldstart.report.history;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.RunData;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.chart.Glyphs;
import dev.coldstart.report.chart.LogAxis;
import dev.coldstart.report.chart.RatioDrawing;
import dev.coldstart.report.chart.Svg;
import dev.coldstart.report.chart.TickLabels;
import dev.coldstart.report.html.Html;
import dev.coldstart.report.run.Masthead;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.run.Trust;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.report.text.ArmNames;
import dev.coldstart.report.text.Fact;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.report.text.Sentences;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.run.RunsCompared;
import dev.coldstart.stats.run.RunsCompared.ArmChange;
import dev.coldstart.stats.run.Summary;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Two runs side by side.
 *
 * @param notice that a run is not to be trusted; empty where both may be
 * @param differences what else differs between them
 * @param only arms that one of the runs alone compared
 */
public record ComparePage(String stylesheet, Svg glyphs, List<Side> sides, String notice, List<String> differences,
    String margin, List<Table> tables, List<Only> only) {

  private static final int MOST_DIFFERENCES = 40;

  record Side(String which, String id, Trust trust, List<Fact> facts) {}

  /** @param ticks the labels of the axis that all rows share; null when no change is known */
  record Table(String fixture, Svg ticks, List<Row> rows) {}

  /** @param drawn the change and its interval; null where there is none */
  record Row(ArmName name, String before, String beforeInterval, String after, String afterInterval, String change,
      String changeInterval, Svg drawn, String verdict) {}

  /** @param arms of one fixture, in words */
  record Only(String fixture, String run, String arms) {}

  /** @throws UncheckedIOException when it cannot be written */
  public static void write(RunsCompared runs, Path target) {
    Html.write(target, render(runs));
  }

  public static String render(RunsCompared runs) {
    return Html.render("history/compare.jte", of(runs, Html.stylesheet()));
  }

  static ComparePage of(RunsCompared runs, String stylesheet) {
    Manifest second = runs.second().manifest();
    ArmNames names = new ArmNames(second);
    return new ComparePage(stylesheet, Glyphs.definitions(),
        List.of(side("First run", runs.first(), runs.firstSummary()),
            side("Second run", runs.second(), runs.secondSummary())),
        runs.isTrusted() ? "" : "A run is not to be trusted, so nothing is sure: a control failed.",
        differences(Sentences.of(runs.differences())), Format.percent(runs.margin()),
        second.fixtures()
            .stream()
            .map(fixture -> table(fixture, of(runs, fixture), names, runs.isTrusted()))
            .filter(table -> !table.rows().isEmpty())
            .toList(),
        Stream.concat(only(runs.first(), runs.onlyFirst(), "first"), only(runs.second(), runs.onlySecond(), "second"))
            .toList());
  }

  private static Side side(String which, RunData run, Summary summary) {
    RunView view = new RunView(run, summary);
    Masthead masthead = Masthead.of(view);
    return new Side(which, masthead.runId(), Trust.of(summary), masthead.facts());
  }

  static List<String> differences(List<String> all) {
    List<String> shown = new ArrayList<>(all.stream().limit(MOST_DIFFERENCES).map(SafeText::brief).toList());
    if (all.size() > MOST_DIFFERENCES) {
      shown.add("… " + (all.size() - MOST_DIFFERENCES) + " more");
    }
    return shown;
  }

  private static List<ArmChange> of(RunsCompared runs, FixtureFacts fixture) {
    return runs.arms().stream().filter(change -> change.arm().fixture().equals(fixture.id())).toList();
  }

  static Table table(FixtureFacts fixture, List<ArmChange> changes, ArmNames names, boolean trusted) {
    DoubleStream ends = changes.stream()
        .map(ArmChange::change)
        .flatMapToDouble(change -> DoubleStream.of(1, change.value(), change.low(), change.high()));
    LogAxis axis = LogAxis.covering(ends).orElse(null);
    return new Table(title(fixture), axis == null ? null : axis.labels(TickLabels.IN_A_CELL),
        changes.stream().map(change -> row(change, names, axis, trusted)).toList());
  }

  private static Row row(ArmChange change, ArmNames names, LogAxis axis, boolean trusted) {
    boolean known = Double.isFinite(change.change().value());
    return new Row(names.of(change.arm()), Format.number(change.before().value()), Quantity.interval(change.before()),
        Format.number(change.after().value()), Quantity.interval(change.after()),
        Format.number(change.change().value()), Quantity.interval(change.change()),
        known && axis != null ? RatioDrawing.of(change.change(), axis) : null, VerdictWords.of(change, trusted));
  }

  private static Stream<Only> only(RunData run, List<Arm> arms, String which) {
    ArmNames names = new ArmNames(run.manifest());
    return run.manifest()
        .fixtures()
        .stream()
        .map(fixture -> new Only(title(fixture), which, names(names, arms, fixture)))
        .filter(only -> !only.arms().isEmpty());
  }

  private static String names(ArmNames names, List<Arm> arms, FixtureFacts fixture) {
    return arms.stream()
        .filter(arm -> arm.fixture().equals(fixture.id()))
        .map(arm -> names.of(arm).text())
        .collect(Collectors.joining("; "));
  }

  private static String title(FixtureFacts fixture) {
    return fixture.title() == null ? fixture.id() : fixture.title();
  }
}
