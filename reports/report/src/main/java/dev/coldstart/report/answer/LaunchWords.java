package dev.coldstart.report.answer;

import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.answer.LaunchCurves.Sample;
import dev.coldstart.report.chart.Quantiles;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.run.ArmSummary;
import java.util.Comparator;
import java.util.List;

/** What to see in the launches of a fixture, as sentences that say what was counted and judge nothing. */
final class LaunchWords {

  private static final int MOST_NAMED = 3;

  private LaunchWords() {}

  /** Of the arm whose launches vary most; empty where none counts. */
  static String widest(RunView view, FixtureFacts fixture) {
    List<Sample> all = view.measured(fixture).stream().map(arm -> sample(view, arm)).toList();
    return all.stream()
        .filter(sample -> n(sample) >= LaunchStrips.FEWEST_FOR_BOX)
        .max(Comparator.comparingDouble(LaunchWords::tail))
        .map(LaunchWords::spread)
        .orElseGet(() -> ofFew(all));
  }

  private static String ofFew(List<Sample> all) {
    return all.stream()
        .filter(sample -> n(sample) > 1)
        .max(Comparator.comparingDouble(sample -> sample.ms().at(1) / sample.ms().at(0)))
        .map(sample -> "Look at " + sample.name().text() + ": its " + n(sample) + " launches took "
            + range(sample.ms().at(0), sample.ms().at(1)) + " ms.")
        .orElse(all.isEmpty() ? "" : "No arm has a second launch that counts: how much launches vary is not known.");
  }

  private static int n(Sample sample) {
    return sample.ms().sorted().length;
  }

  private static Sample sample(RunView view, ArmSummary arm) {
    return new Sample(view.names().of(arm.arm()), Quantiles.ofMs(view.countedOf(arm.arm())));
  }

  private static double tail(Sample sample) {
    return sample.ms().at(1) / sample.ms().at(0.5);
  }

  private static String spread(Sample sample) {
    return "Look at " + sample.name().text() + ": the middle half of its launches took "
        + range(sample.ms().at(0.25), sample.ms().at(0.75)) + " ms, its slowest " + VerdictWords.times(tail(sample))
        + " its median.";
  }

  private static String range(double low, double high) {
    return Format.number(low).equals(Format.number(high))
        ? "about " + Format.number(low)
        : Format.number(low) + " to " + Format.number(high);
  }

  /**
   * Of the arm with the least median and the next of another runtime; empty of a single arm. @param samples by their
   * median
   */
  static String between(List<Sample> samples) {
    if (samples.size() < 2) {
      return "";
    }
    Sample first = samples.get(0);
    Sample second = samples.stream()
        .filter(other -> !other.name().mark().equals(first.name().mark()))
        .findFirst()
        .orElse(samples.get(1));
    double fastest = second.ms().at(0);
    int n = first.ms().sorted().length;
    int before = 0;
    while (before < n && first.ms().sorted()[before] < fastest) {
      before++;
    }
    return part(before, n) + " of " + first.name().text() + " took less time than the fastest of "
        + second.name().text() + ".";
  }

  private static String part(int some, int n) {
    return some == n ? "All " + n + " launches" : (some == 0 ? "None" : some) + " of the " + n + " launches";
  }

  static String unnumbered(List<String> numbers) {
    return numbers.isEmpty() ? "" : "No free place on the curve for its number: " + String.join(", ", numbers) + ".";
  }

  /** @param all whether no other arm has more; empty when none has too few */
  static String tooFew(List<String> names, boolean all) {
    if (names.isEmpty()) {
      return "";
    }
    if (all) {
      return "No curves: no arm has " + LaunchCurves.FEWEST + " launches that count. Dots and table only.";
    }
    String who = names.size() > MOST_NAMED ? names.size() + " arms" : String.join("; ", names);
    return who + (names.size() == 1 ? " has" : " have") + " fewer than " + LaunchCurves.FEWEST
        + " launches that count: dots and table only.";
  }
}
