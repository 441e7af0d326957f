package dev.coldstart.report;

import dev.coldstart.record.RunData;
import dev.coldstart.report.export.AnswersJson;
import dev.coldstart.stats.run.Summary;
import java.nio.file.Path;
import java.util.List;

/** The page, section by section in its order. */
record Page(String stylesheet, Svg glyphs, Masthead masthead, StatusLine status, ArmFilter filter, String shared,
    Overview overview, List<AnswerTable> answers, List<String> phaseNames, List<PhaseBars> phases,
    List<BeyondTable> beyond, List<LaunchStrips> launches, ScenarioSections scenarios, List<SizeChart> sizes,
    List<LeverTable> levers, List<SteadyState> steadyStates, List<FirstTouch> firstTouches, List<Tax> taxes,
    Changes changes, Noise noise, Environment environment, List<RawFiles.Link> rawFiles, String answersJson) {

  static Page of(RunData run, Summary summary, Path target, String stylesheet) {
    RunView view = new RunView(run, summary);
    Overview overview = Overview.of(view);
    return new Page(stylesheet, Glyphs.definitions(), Masthead.of(view), StatusLine.of(view),
        ArmFilter.of(view, overview), view.names().shared(), overview,
        view.fixtures().stream().map(fixture -> AnswerTable.of(view, fixture)).toList(), PhaseWords.all(),
        view.fixtures().stream().map(fixture -> PhaseBars.of(view, fixture)).toList(), BeyondTable.of(view),
        view.fixtures().stream().map(fixture -> LaunchStrips.of(view, fixture)).toList(), ScenarioSections.of(view),
        SizeChart.of(view), LeverTable.of(view), SteadyState.of(view), FirstTouch.of(view), Tax.of(view),
        Changes.of(view, target), Noise.of(view), Environment.of(view), RawFiles.of(run, target),
        InlineJson.escaped(AnswersJson.of(run.folder().id(), summary)));
  }
}
