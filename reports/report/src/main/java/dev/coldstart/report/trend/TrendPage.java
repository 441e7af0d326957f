package dev.coldstart.report.trend;

import dev.coldstart.record.history.HistoryLine;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.chart.Svg;
import dev.coldstart.report.html.Html;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.report.text.ArmNames;
import dev.coldstart.report.text.RunFacts;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.estimate.Estimate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The page of a history: findings first, then a small chart for each arm and fixture.
 *
 * @param findings the newest first
 * @param tooShort why no change can be found yet; null if one can
 * @param groups one for each fixture
 * @param marks nights with other versions, another machine, or a run that is not trusted; the newest first
 * @param runs number of runs in the history
 * @param shown number of the newest of them, which the charts show
 */
public record TrendPage(List<String> findings, String tooShort, List<Group> groups, List<Mark> marks, int runs,
    int shown) {

  /** The page has to open in a browser. The history's file has all. */
  static final int MOST_RUNS = 120;

  static final int MOST_FINDINGS = 40;
  static final int MOST_MARKS = 60;

  /** The trends of one fixture. */
  record Group(String fixture, List<Row> rows) {}

  /** @param machine of the newest night */
  record Row(ArmName name, Svg drawn, String newest, String machine) {}

  /** What else differs from the night before. */
  record Mark(String run, String date, List<String> changes) {}

  /** @param history in any order */
  public static String render(List<HistoryLine> history) {
    return Html.render("trend/trend.jte", of(history));
  }

  static TrendPage of(List<HistoryLine> history) {
    ArmNames names = Finding.names(history);
    List<Trend> trends = Trend.of(history);
    List<HistoryLine> byTime = history.stream().sorted(Comparator.comparing(HistoryLine::startedAt)).toList();
    List<String> runs = byTime.stream().map(TrendChart::run).distinct().toList();
    List<String> shown = runs.subList(Math.max(0, runs.size() - MOST_RUNS), runs.size());
    List<Group> groups = trends.stream()
        .map(trend -> trend.key().fixture())
        .distinct()
        .map(fixture -> new Group(SafeText.brief(fixture), trends.stream()
            .filter(trend -> trend.key().fixture().equals(fixture) && shown.contains(TrendChart.run(trend.newest())))
            .map(trend -> row(trend, names, shown))
            .toList()))
        .filter(group -> !group.rows().isEmpty())
        .toList();
    return new TrendPage(Finding.of(trends, names).stream().map(Finding::sentence).toList(), Trend.tooShort(trends),
        groups, marks(byTime), runs.size(), shown.size());
  }

  private static Row row(Trend trend, ArmNames names, List<String> shown) {
    HistoryLine newest = trend.newest();
    Estimate ratio = newest.hasInterval()
        ? new Estimate(newest.ratio(), newest.ratioLow(), newest.ratioHigh())
        : Estimate.withoutInterval(newest.ratio());
    return new Row(names.of(newest.named()), new TrendChart(trend, shown).drawn(),
        VerdictWords.times(ratio) + (newest.trusted() ? "" : ", " + SafeText.brief(newest.status())),
        SafeText.brief(RunFacts.machine(newest.machine())));
  }

  /** One for each run in which something else changed. */
  private static List<Mark> marks(List<HistoryLine> byTime) {
    List<Mark> marks = new ArrayList<>();
    List<HistoryLine> before = List.of();
    for (List<HistoryLine> run : runs(byTime)) {
      List<String> changes = changes(before, run);
      if (!changes.isEmpty()) {
        marks.add(0, new Mark(SafeText.brief(run.get(0).run()), RunFacts.date(run.get(0).startedAt()), changes));
      }
      before = run;
    }
    return marks;
  }

  private static Collection<List<HistoryLine>> runs(List<HistoryLine> byTime) {
    return byTime.stream()
        .collect(Collectors.groupingBy(TrendChart::run, LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  private static List<String> changes(List<HistoryLine> before, List<HistoryLine> run) {
    List<String> changes = new ArrayList<>();
    HistoryLine one = run.get(0);
    if (!one.trusted()) {
      changes.add(SafeText.brief(one.status() + ": " + String.join("; ", one.doubts())));
    }
    if (!before.isEmpty() && !before.get(0).machine().isLike(one.machine())) {
      changes
          .add("another machine, or one with an unknown processor: " + SafeText.brief(RunFacts.machine(one.machine())));
    }
    run.stream()
        .flatMap(line -> before.stream()
            .filter(same -> same.key().equals(line.key()))
            .flatMap(same -> Versions.changed(same, line).stream()))
        .distinct()
        .forEach(changes::add);
    return changes;
  }

  String sentence() {
    if (tooShort != null) {
      return "No change can be found yet: " + tooShort + ".";
    }
    return findings.isEmpty()
        ? "No change was found in " + Format.count(runs, "run", "runs") + "."
        : Format.count(findings.size(), "change was", "changes were") + " found in " + Format.count(runs, "run", "runs")
            + ".";
  }
}
