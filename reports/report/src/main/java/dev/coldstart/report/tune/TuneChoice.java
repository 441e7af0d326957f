package dev.coldstart.report.tune;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Tuning;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.record.text.ShellWords;
import dev.coldstart.report.answer.AnswerTable;
import dev.coldstart.report.chart.RatioColumn;
import dev.coldstart.report.history.RunOutline;
import dev.coldstart.report.html.RawFiles;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.RunStatus;
import java.util.List;
import java.util.Objects;

/**
 * What a tuning chose, and what the run says of it that measured it anew.
 *
 * @param run null where it is not there any more
 * @param arm the chosen one, as that run has it; null where it does not
 */
record TuneChoice(TunePage page, Tuning tuning, RunOutline run, Arm arm) {

  static TuneChoice of(TunePage page) {
    Tuning tuning = page.tuning();
    RunOutline run = page.folder().endRun(tuning).map(RunOutline::of).orElse(null);
    Manifest manifest = run == null ? null : run.manifest();
    ArmKey chosen = new ArmKey(tuning.end().chosen(), tuning.fixture());
    return new TuneChoice(page, tuning, run, manifest == null ? null : manifest.arm(chosen).orElse(null));
  }

  /** The address of that run's page; empty where there is none. */
  String href() {
    return run == null ? "" : RawFiles.href(run.folder().reportHtml(), page.target());
  }

  /** Null where it is not known. */
  RunStatus status() {
    return run == null ? null : run.status();
  }

  /** Of the chosen arm; empty until that run has ended. */
  List<Tuning.Ratio> ratios() {
    return Objects.requireNonNullElse(tuning.end().ratios(), List.of());
  }

  /** False where that run has ended, and shows nothing of the chosen arm. */
  boolean isMeasured() {
    return ratios().isEmpty() || ratios().stream().anyMatch(ratio -> Double.isFinite(estimate(ratio).value()));
  }

  RatioColumn column() {
    return RatioColumn.of(ratios().stream().map(TuneChoice::estimate).filter(ratio -> Double.isFinite(ratio.value())));
  }

  /** What is no ratio, as of a damaged file, is not known. */
  static Estimate estimate(Tuning.Ratio ratio) {
    double value = positive(ratio.value());
    double low = positive(ratio.ciLow());
    double high = positive(ratio.ciHigh());
    return low <= value && value <= high ? new Estimate(value, low, high) : Estimate.withoutInterval(value);
  }

  private static double positive(Double value) {
    return value != null && value > 0 && Double.isFinite(value) ? value : Double.NaN;
  }

  /** Which of the runtime's own without tuning the run does not show the chosen arm to be faster than. */
  List<String> doubts() {
    return ratios().stream()
        .filter(ratio -> isUntuned(tuning, ratio) && !(estimate(ratio).high() < 1))
        .map(ratio -> "Not shown to be faster than " + SafeText.brief(ratio.to())
            + ": take that one, or tune again with more blocks.")
        .toList();
  }

  /** Whether it is to the runtime itself, and not to the baseline. */
  static boolean isUntuned(Tuning tuning, Tuning.Ratio ratio) {
    return ratio.to().startsWith(tuning.runtime() + ".");
  }

  /** The command line; empty where it is not known. */
  String start() {
    return arm == null || arm.command() == null ? "" : line(arm.command());
  }

  /** What is done ahead of time and what it takes; empty where nothing is. */
  String cost() {
    return arm == null ? "" : AnswerTable.preparation(arm.preparation());
  }

  /** The command lines of that. */
  List<String> aheadOfTime() {
    return Objects.requireNonNullElse(tuning.end().aheadOfTime(), List.<List<String>>of())
        .stream()
        .map(TuneChoice::line)
        .toList();
  }

  /** The command line that compares again; empty where it is not known. */
  String compare() {
    List<String> words = run == null || run.manifest() == null ? null : run.manifest().commandLine();
    return words == null ? "" : "scripts/coldstart " + line(words);
  }

  private static String line(List<String> words) {
    return ShellWords.line(words.stream().map(String::valueOf).toList());
  }
}
