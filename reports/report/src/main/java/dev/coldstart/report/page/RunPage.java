package dev.coldstart.report.page;

import dev.coldstart.record.RunData;
import dev.coldstart.report.answer.AnswerTable;
import dev.coldstart.report.answer.ArmFilter;
import dev.coldstart.report.answer.LaunchStrips;
import dev.coldstart.report.answer.LeverTable;
import dev.coldstart.report.answer.OverheadTable;
import dev.coldstart.report.answer.Overview;
import dev.coldstart.report.answer.PhaseBars;
import dev.coldstart.report.chart.Glyphs;
import dev.coldstart.report.chart.Svg;
import dev.coldstart.report.export.AnswersJson;
import dev.coldstart.report.history.Changes;
import dev.coldstart.report.html.Html;
import dev.coldstart.report.html.RawFiles;
import dev.coldstart.report.jmh.FirstTouch;
import dev.coldstart.report.jmh.JmhBiasTable;
import dev.coldstart.report.jmh.SteadyState;
import dev.coldstart.report.noise.Noise;
import dev.coldstart.report.run.Masthead;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.run.StatusLine;
import dev.coldstart.report.scenario.ScenarioSections;
import dev.coldstart.report.scenario.SizeChart;
import dev.coldstart.report.text.PhaseWords;
import dev.coldstart.stats.run.Summary;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The page of a run, section by section in its order: one file that needs no network and no other file, and is whole
 * without its script.
 */
public record RunPage(String stylesheet, Svg glyphs, Masthead masthead, StatusLine status, ArmFilter filter,
    String shared, Overview overview, List<AnswerTable> answers, List<String> phaseNames, List<PhaseBars> phases,
    List<OverheadTable> beyond, List<LaunchStrips> launches, ScenarioSections scenarios, List<SizeChart> sizes,
    List<LeverTable> levers, List<SteadyState> steadyStates, List<FirstTouch> firstTouches, List<JmhBiasTable> taxes,
    Changes changes, Noise noise, Environment environment, List<RawFiles.Link> rawFiles, String answersJson) {

  /**
   * @param target where to write; the links to the raw files are relative to its directory
   * @throws UncheckedIOException when it cannot be written
   */
  public static void write(RunData run, Summary summary, Path target) {
    Html.write(target, render(run, summary, target));
  }

  public static String render(RunData run, Summary summary, Path target) {
    return Html.render("page/page.jte", of(run, summary, target, Html.stylesheet()));
  }

  private static RunPage of(RunData run, Summary summary, Path target, String stylesheet) {
    RunView view = new RunView(run, summary);
    Overview overview = Overview.of(view);
    return new RunPage(stylesheet, Glyphs.definitions(), Masthead.of(view), StatusLine.of(view),
        ArmFilter.of(view, overview), view.names().shared(), overview,
        view.fixtures().stream().map(fixture -> AnswerTable.of(view, fixture)).toList(), PhaseWords.all(),
        view.fixtures().stream().map(fixture -> PhaseBars.of(view, fixture)).toList(), OverheadTable.of(view),
        view.fixtures().stream().map(fixture -> LaunchStrips.of(view, fixture)).toList(), ScenarioSections.of(view),
        SizeChart.of(view), LeverTable.of(view), SteadyState.of(view), FirstTouch.of(view), JmhBiasTable.of(view),
        Changes.of(view, target), Noise.of(view), Environment.of(view), RawFiles.of(run, target),
        inScript(AnswersJson.of(run.folder().id(), summary)));
  }

  /**
   * JSON as the content of a script element of no script, which a browser ends at the first {@code </script}. Each of
   * these stands in texts alone, so it may be written as its number: what would end the element or begin a comment in
   * it, what an XML parser would take for its own, and the two line ends that JavaScript had and JSON has not.
   */
  private static String inScript(String json) {
    return json.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
