package dev.coldstart.report.tune;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Tuning;
import dev.coldstart.record.text.Layout;
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
 * The choice of a tuning, and the results of the run that measured it again.
 *
 * @param run null if it no longer exists
 * @param arm the chosen one, in that run; null if the run does not have it
 */
record TuneChoice(TunePage page, Tuning tuning, RunOutline run, Arm arm) {

  static TuneChoice of(TunePage page) {
    Tuning tuning = page.tuning();
    RunOutline run = page.folder().endRun(tuning).map(RunOutline::of).orElse(null);
    Manifest manifest = run == null ? null : run.manifest();
    ArmKey chosen = new ArmKey(tuning.end().chosen(), tuning.fixture());
    return new TuneChoice(page, tuning, run, manifest == null ? null : manifest.arm(chosen).orElse(null));
  }

  /** The address of that run's page; empty if there is none. */
  String href() {
    return run == null ? "" : RawFiles.href(run.folder().reportHtml(), page.target());
  }

  /** Null if unknown. */
  RunStatus status() {
    return run == null ? null : run.status();
  }

  /** The chosen arm's ratios; empty until that run has ended. */
  List<Tuning.Ratio> ratios() {
    return Objects.requireNonNullElse(tuning.end().ratios(), List.of());
  }

  /** False if that run has ended without a result for the chosen arm. */
  boolean isMeasured() {
    return ratios().isEmpty() || ratios().stream().anyMatch(ratio -> Double.isFinite(estimate(ratio).value()));
  }

  RatioColumn column() {
    return RatioColumn.of(ratios().stream().map(TuneChoice::estimate).filter(ratio -> Double.isFinite(ratio.value())));
  }

  /** Values that are not a ratio, for example from a damaged file, become unknown. */
  static Estimate estimate(Tuning.Ratio ratio) {
    double value = positive(ratio.value());
    double low = positive(ratio.ciLow());
    double high = positive(ratio.ciHigh());
    return low <= value && value <= high ? new Estimate(value, low, high) : Estimate.withoutInterval(value);
  }

  private static double positive(Double value) {
    return value != null && value > 0 && Double.isFinite(value) ? value : Double.NaN;
  }

  /** In words, the runtime's untuned arms that the chosen arm is not clearly faster than. */
  List<String> doubts() {
    return ratios().stream()
        .filter(ratio -> isUntuned(tuning, ratio) && !(estimate(ratio).high() < 1))
        .map(ratio -> (estimate(ratio).low() > 1 ? "Slower than " : "Not shown to be faster than ")
            + SafeText.brief(ratio.to()) + ": use that one, or tune again with more blocks.")
        .toList();
  }

  /** Whether it is a ratio to the runtime itself, and not to the baseline. */
  static boolean isUntuned(Tuning tuning, Tuning.Ratio ratio) {
    return ratio.to().startsWith(tuning.runtime() + ".");
  }

  /** The command line; empty if unknown. */
  String start() {
    return arm == null || arm.command() == null ? "" : line(arm.command());
  }

  /** The work ahead of time, and its cost; empty if there is none. */
  String cost() {
    return arm == null ? "" : AnswerTable.preparation(arm.preparation());
  }

  /** The command lines of the work ahead of time. */
  List<String> aheadOfTime() {
    return Objects.requireNonNullElse(tuning.end().aheadOfTime(), List.<List<String>>of())
        .stream()
        .map(TuneChoice::line)
        .toList();
  }

  /** The command line that repeats the comparison; empty if unknown. */
  String compare() {
    List<String> words = run == null || run.manifest() == null ? null : run.manifest().commandLine();
    return words == null ? "" : Layout.here().command() + " " + line(words);
  }

  private static String line(List<String> words) {
    return ShellWords.line(words.stream().map(String::valueOf).toList());
  }
}
