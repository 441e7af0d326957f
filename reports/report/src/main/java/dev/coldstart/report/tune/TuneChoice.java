package dev.coldstart.report.tune;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.Tuning;
import dev.coldstart.record.io.TuningFolder;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.record.text.ShellWords;
import dev.coldstart.report.answer.AnswerTable;
import dev.coldstart.report.chart.LogAxis;
import dev.coldstart.report.chart.RatioDrawing;
import dev.coldstart.report.chart.Svg;
import dev.coldstart.report.chart.TickLabels;
import dev.coldstart.report.history.RunOutline;
import dev.coldstart.report.html.RawFiles;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.RunStatus;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * What a tuning chose, and what the run says of it that measured it anew.
 *
 * @param arm its id
 * @param label its configuration in words; empty where the run is not there any more
 * @param run that run's id
 * @param href of that run's page; empty where there is none
 * @param status that run's, as a word; n/a where it is not known
 * @param look the style sheet's class for the status
 * @param notice that the run is not to be trusted; empty where it may be, or is not known to have been judged
 * @param ticks labels of the axis that the ratios share; null when none is known
 * @param doubts what the ratios do not show
 * @param start the command line; empty where it is not known
 * @param cost what is done ahead of time and what it takes; empty where nothing is
 * @param aheadOfTime its command lines
 * @param compare the command line that compares again; empty where it is not known
 */
record TuneChoice(String arm, String label, String run, String href, String status, String look, String notice,
    Svg ticks, List<Ratio> ratios, List<String> doubts, String start, String cost, List<String> aheadOfTime,
    String compare) {

  /** @param drawn null where the ratio is not known */
  record Ratio(String to, String value, String interval, Svg drawn) {}

  static TuneChoice of(TuningFolder folder, Tuning tuning) {
    Tuning.End end = tuning.end();
    Optional<RunOutline> run = folder.endRun(tuning).map(RunOutline::of);
    Optional<Manifest> manifest = run.map(RunOutline::manifest);
    Optional<Arm> arm = manifest.flatMap(m -> find(m, tuning));
    Optional<RunStatus> status = run.map(RunOutline::summary).map(summary -> summary.status());
    List<Tuning.Ratio> ratios = end.ratios() == null ? List.of() : end.ratios();
    LogAxis axis = axis(ratios);
    return new TuneChoice(SafeText.brief(end.chosen()), arm.map(found -> SafeText.brief(found.label())).orElse(""),
        SafeText.brief(end.run()), run.map(outline -> href(outline.folder(), folder)).orElse(""),
        status.map(RunStatus::word).orElse(Format.MISSING),
        status.map(found -> "word-" + found.word().replace(' ', '-')).orElse("nothing"),
        status.filter(found -> found == RunStatus.DO_NOT_TRUST).map(found -> VerdictWords.NOT_TRUSTED).orElse(""),
        axis == null ? null : axis.labels(TickLabels.IN_A_CELL),
        ratios.stream().map(ratio -> row(ratio, axis)).toList(),
        ratios.stream().filter(ratio -> isDoubted(tuning, ratio)).map(TuneChoice::doubt).toList(),
        arm.map(Arm::command).map(TuneChoice::line).orElse(""),
        arm.map(Arm::preparation).map(AnswerTable::preparation).orElse(""),
        end.aheadOfTime() == null ? List.of() : end.aheadOfTime().stream().map(TuneChoice::line).toList(),
        manifest.map(Manifest::commandLine).map(words -> "scripts/coldstart " + line(words)).orElse(""));
  }

  private static String line(List<String> words) {
    return ShellWords.line(words.stream().map(String::valueOf).toList());
  }

  private static Optional<Arm> find(Manifest manifest, Tuning tuning) {
    return manifest.arms()
        .stream()
        .filter(arm -> arm.arm().equals(tuning.end().chosen()) && arm.fixture().equals(tuning.fixture()))
        .findFirst();
  }

  private static String href(RunFolder run, TuningFolder folder) {
    return Files.exists(run.reportHtml()) ? RawFiles.link(run.reportHtml(), folder.html(), "").href() : "";
  }

  private static LogAxis axis(List<Tuning.Ratio> ratios) {
    return TuneGeneration.axis(ratios.stream()
        .map(TuneChoice::estimate)
        .flatMapToDouble(ratio -> DoubleStream.of(ratio.value(), ratio.low(), ratio.high()))
        .toArray());
  }

  /** What is no ratio, as of a damaged file, is not known. */
  static Estimate estimate(Tuning.Ratio ratio) {
    double value = positive(ratio.value());
    double low = positive(ratio.ciLow());
    double high = positive(ratio.ciHigh());
    if (Double.isNaN(value)) {
      return Estimate.NONE;
    }
    boolean whole = low <= value && value <= high;
    return whole ? new Estimate(value, low, high) : Estimate.withoutInterval(value);
  }

  private static double positive(Double value) {
    return value != null && value > 0 && Double.isFinite(value) ? value : Double.NaN;
  }

  private static Ratio row(Tuning.Ratio ratio, LogAxis axis) {
    Estimate estimate = estimate(ratio);
    boolean known = axis != null && Double.isFinite(estimate.value());
    return new Ratio(SafeText.brief(ratio.to()), VerdictWords.times(estimate.value()), Quantity.interval(estimate),
        known ? RatioDrawing.of(estimate, axis) : null);
  }

  /** Whether the run does not show the chosen arm to be faster than one of the runtime's own without tuning. */
  private static boolean isDoubted(Tuning tuning, Tuning.Ratio ratio) {
    return isUntuned(tuning, ratio) && !(estimate(ratio).high() < 1);
  }

  /** Whether it is to the runtime itself, and not to the baseline. */
  static boolean isUntuned(Tuning tuning, Tuning.Ratio ratio) {
    return ratio.to().startsWith(tuning.runtime() + ".");
  }

  private static String doubt(Tuning.Ratio ratio) {
    return "Not shown to be faster than " + SafeText.brief(ratio.to())
        + ": take that one, or tune again with more blocks.";
  }
}
