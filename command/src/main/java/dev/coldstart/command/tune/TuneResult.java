package dev.coldstart.command.tune;

import dev.coldstart.command.report.ConsoleText;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.RunData;
import dev.coldstart.record.Tuning;
import dev.coldstart.record.text.Commands;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.ShellWords;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.HodgesLehmann;
import dev.coldstart.stats.estimate.Medians;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.LogRatios;
import dev.coldstart.stats.run.Pairs;
import dev.coldstart.stats.run.RunStatus;
import dev.coldstart.stats.run.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The result of a tuning, taken from its final run, for {@code tune.json} and the console. */
record TuneResult(ConfirmationRun confirmation, RunData run) {

  private static final double MS_PER_S = 1e3;

  List<String> lines() {
    PlannedArm chosen = confirmation.chosen();
    List<String> lines = new ArrayList<>();
    lines.add((isMeasured() ? "fastest found: " : "*** NOT MEASURED; the search chose: ") + chosen.id());
    lines.add("  " + chosen.configuration().label() + "; " + chosen.profile().label());
    lines.add(isMeasured()
        ? "  measured again in this run, because a search makes its choice look better than it is"
        : "  it has no valid launch in this run: read why in the report, then search again");
    Summary summary = Summary.of(run);
    double typicalMs = summary.arm(chosen.key()).map(ArmSummary::typicalMs).orElse(Double.NaN);
    lines.add("  first response: " + Format.fixed(typicalMs, 1) + " ms");
    confirmation.others()
        .forEach(other -> lines.add("  ratio to " + other.id() + ": " + ConsoleText.estimate(ratio(other), 3)
            + ", after the boot " + afterBoot(other)));
    confirmation.defaults()
        .stream()
        // Without an interval this is NaN, which shows nothing.
        .filter(other -> !(ratio(other).high() < 1))
        .forEach(other -> lines.add("  " + (ratio(other).low() > 1 ? "slower than " : "not shown to be faster than ")
            + other.id() + ": use that one, or give more --budget and --blocks"));
    lines.add("  ahead of time: " + aheadOfTime());
    lines.add("  status of the run: " + status(summary.status()));
    lines.addAll(commands());
    return lines;
  }

  /** Whether the chosen arm has launches that count in the final run. */
  boolean isMeasured() {
    return launches(confirmation.chosen()).filter(launches -> !launches.counted().isEmpty()).isPresent();
  }

  /** The status is printed above with its reasons. It is repeated so that the user does not miss it. */
  private static String status(RunStatus status) {
    return status.isTrusted() ? ConsoleText.word(status) : "*** " + ConsoleText.word(status) + " ***";
  }

  private List<String> commands() {
    PlannedArm chosen = confirmation.chosen();
    List<String> lines = new ArrayList<>();
    List<List<String>> before = confirmation.aheadOfTime();
    if (!before.isEmpty()) {
      lines.add("run once beforehand:");
      before.forEach(words -> lines.add("  " + ShellWords.line(words)));
    }
    lines.add("to start it, with your own folders in place of the names in angle brackets:");
    lines.add("  " + launches(chosen).map(found -> ShellWords.line(found.arm().command())).orElse("n/a"));
    lines.add("to repeat the comparison:");
    lines.add("  " + Commands.here().coldstart(confirmation.commandLine()));
    return lines;
  }

  /** The difference in time from main's first instruction on, which leaves out the noise of the boot. */
  private String afterBoot(PlannedArm other) {
    double[] ns = launches(confirmation.chosen())
        .flatMap(own -> launches(other).map(others -> Pairs.of(own, others).differences(Launch::afterBootNs)))
        .orElse(new double[0]);
    Estimate ms = Medians.of(ns).map(each -> each / Format.NS_PER_MS);
    return Format.signed(ms.value(), "ms") + (ms.hasInterval() ? " (" + Quantity.signedInterval(ms) + ")" : "");
  }

  private String aheadOfTime() {
    return launches(confirmation.chosen()).map(launches -> launches.arm().preparation())
        .map(cost -> String.format(Locale.ROOT, "%s: %.1f s, %.1f MB", cost.label(), cost.tookMs() / MS_PER_S,
            cost.bytes() / Format.BYTES_PER_MB))
        .orElse("nothing");
  }

  /** The chosen arm's time as a ratio to another's. NaN if one of them has no launch that counts. */
  private Estimate ratio(PlannedArm other) {
    return launches(confirmation.chosen())
        .flatMap(own -> launches(other).map(others -> HodgesLehmann.ratioOf(new LogRatios(run.arms()).of(own, others))))
        .orElse(Estimate.NONE);
  }

  private Optional<ArmLaunches> launches(PlannedArm arm) {
    return run.arm(arm.key());
  }

  /** The result in the format of {@code tune.json}. */
  Tuning.End recorded() {
    List<Tuning.Ratio> ratios = confirmation.others().stream().map(other -> recorded(other, ratio(other))).toList();
    return new Tuning.End(confirmation.chosen().id(), run.folder().id(), ratios, confirmation.aheadOfTime());
  }

  private static Tuning.Ratio recorded(PlannedArm other, Estimate ratio) {
    return new Tuning.Ratio(other.id(), orNull(ratio.value()), orNull(ratio.low()), orNull(ratio.high()));
  }

  static Double orNull(double value) {
    return Double.isNaN(value) ? null : Double.valueOf(value);
  }
}
