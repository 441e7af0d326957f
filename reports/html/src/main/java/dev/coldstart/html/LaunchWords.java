package dev.coldstart.html;

import dev.coldstart.html.LaunchCurves.Sample;
import dev.coldstart.results.Manifest.FixtureFacts;
import dev.coldstart.stats.ArmSummary;
import java.util.Comparator;
import java.util.List;

/** What to see in the launches of a fixture, as sentences that say what was counted and judge nothing. */
final class LaunchWords {

  private static final int MOST_NAMED = 3;

  private LaunchWords() {}

  /** Of the arm whose slowest launch is furthest from its median; empty where no arm has launches enough for a box. */
  static String widest(RunView view, FixtureFacts fixture) {
    return view.measured(fixture).stream()
        .map(arm -> sample(view, arm))
        .filter(sample -> sample.ms().sorted().length >= LaunchStrips.FEWEST_FOR_BOX)
        .max(Comparator.comparingDouble(LaunchWords::tail))
        .map(LaunchWords::spread)
        .orElse("");
  }

  private static Sample sample(RunView view, ArmSummary arm) {
    return new Sample(view.names().of(arm.arm()), Quantiles.ofMs(view.countedOf(arm.arm())));
  }

  private static double tail(Sample sample) {
    return sample.ms().at(1) / sample.ms().at(0.5);
  }

  private static String spread(Sample sample) {
    String low = Numbers.of(sample.ms().at(0.25));
    String high = Numbers.of(sample.ms().at(0.75));
    String half = low.equals(high) ? "about " + low : low + " to " + high;
    return "Look at " + sample.name().text() + ": the middle half of its launches took " + half + " ms, its slowest "
        + VerdictWords.times(tail(sample)) + " its median.";
  }

  /** Of the arm with the least median and the next of another runtime; empty of a single arm. @param samples by their median */
  static String between(List<Sample> samples) {
    if (samples.size() < 2) {
      return "";
    }
    Sample first = samples.get(0);
    Sample second =
        samples.stream().filter(other -> !other.name().mark().equals(first.name().mark())).findFirst().orElse(samples.get(1));
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
