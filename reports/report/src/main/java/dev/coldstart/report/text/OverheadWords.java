package dev.coldstart.report.text;

import dev.coldstart.record.text.Format;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.Overhead;
import java.util.Map;
import java.util.Optional;

/** Where an arm spends what it takes longer than its baseline, as sentences. They say what was counted and no cause. */
public final class OverheadWords {

  private OverheadWords() {}

  public static String of(Overhead excess, String baseline) {
    return time(excess, baseline) + classes(excess);
  }

  private static String time(Overhead excess, String baseline) {
    Estimate all = excess.firstResponseMs();
    if (all.hasInterval() && all.low() <= 0 && all.high() >= 0) {
      return "Its time is not told apart from that of " + baseline + ".";
    }
    double more = all.value();
    Optional<Map.Entry<String, Double>> costliest =
        excess.phasesMs().entrySet().stream().filter(phase -> phase.getValue() > 0).max(Map.Entry.comparingByValue());
    if (costliest.isEmpty()) {
      return answers(more, baseline) + ".";
    }
    String phase = PhaseWords.of(costliest.get().getKey());
    double phaseMs = costliest.get().getValue();
    // Medians of phases need not add up: one can be more than the whole.
    return phaseMs <= more
        ? Format.number(phaseMs) + " of the " + ms(more) + " beyond " + baseline + " lie in " + phase + "."
        : answers(more, baseline) + "; " + phase + " alone takes " + ms(phaseMs) + " longer.";
  }

  private static String answers(double more, String baseline) {
    return more == 0
        ? "It answers when " + baseline + " does"
        : "It answers " + ms(Math.abs(more)) + (more > 0 ? " after " : " before ") + baseline;
  }

  private static String ms(double ms) {
    return Format.number(ms, "ms");
  }

  /** Empty where a child does not tell its classes, as one that is no JVM. */
  private static String classes(Overhead excess) {
    if (Double.isNaN(excess.classes())) {
      return "";
    }
    String loaded = " It loads " + count(excess.classes());
    return Double.isNaN(excess.classesNotArchived())
        ? loaded + "."
        : loaded + ", and " + outside(excess.classesNotArchived()) + " from outside an archive.";
  }

  private static String outside(double classes) {
    return Math.round(classes) == 0 ? "no more" : count(classes);
  }

  private static String count(double classes) {
    long count = Math.round(classes);
    return count == 0
        ? "as many classes"
        : Format.count(Math.abs(count), "class", "classes") + (count > 0 ? " more" : " fewer");
  }

  /** Of a difference; empty without one. */
  public static String interval(Estimate ms) {
    return ms.hasInterval() ? Format.signed(ms.low()) + " to " + Format.signed(ms.high()) : "";
  }
}
