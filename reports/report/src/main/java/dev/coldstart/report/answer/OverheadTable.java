package dev.coldstart.report.answer;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Counter;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.PhaseWords;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.Overhead;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Each arm's cost above its baseline by phase, for maintainers who want to make it faster.
 *
 * @param excesses the costliest first
 * @param more in words, the arms that are left out; empty if there are none
 */
public record OverheadTable(RunView view, FixtureFacts fixture, List<Overhead> excesses, String more) {

  /** The columns with counters. Those that show where the time goes come first. */
  public static final List<Counter> NEEDS =
      Stream.concat(Stream.of(Counter.CLASSES_LOADED, Counter.CLASSES_FROM_ARCHIVE, Counter.JIT, Counter.GC,
          Counter.CPU, Counter.MAJOR_FAULTS, Counter.PEAK_RSS), Counter.shown().stream()).distinct().toList();

  /** A phase that changes by less than this part of the total explains little of it. */
  private static final double LEAST_PART = 0.1;

  public static OverheadTable of(RunView view, FixtureFacts fixture) {
    List<Overhead> all = view.summary()
        .excesses()
        .stream()
        .filter(excess -> excess.arm().fixture().equals(fixture.id()))
        .sorted(Comparator.comparingDouble((Overhead excess) -> excess.firstResponseMs().value()).reversed())
        .toList();
    return new OverheadTable(view, fixture, view.first(all), view.more(all.size()));
  }

  /** The phases that the baselines cannot separate, one text per baseline. */
  List<String> fused() {
    return excesses.stream()
        .map(Overhead::baseline)
        .filter(baseline -> !baseline.fused().isEmpty())
        .map(baseline -> "In " + label(baseline) + ", " + PhaseWords.fused(baseline)
            + ", so all the time that another arm spends in these phases counts as extra.")
        .distinct()
        .toList();
  }

  List<ArmSummary> baselines() {
    return view.measured(fixture).stream().filter(arm -> arm.arm().baseline()).toList();
  }

  /** Where the slowest arm spends its extra time; empty without arms. */
  public String found() {
    return excesses.stream()
        .findFirst()
        .map(slowest -> found(view.name(slowest.arm()).inSentence(), slowest, label(slowest.baseline())))
        .orElse("");
  }

  private static String found(String slowest, Overhead excess, String baseline) {
    return slowest + " "
        + (isClear(excess) ? time(excess, baseline) : "shows no clear difference from " + baseline + ".");
  }

  String sentence(Overhead excess) {
    return sentence(excess, label(excess.baseline()));
  }

  /** The phase in which an arm spends its extra time. States counts, not causes. */
  static String sentence(Overhead excess, String baseline) {
    return (isClear(excess) ? "It " + time(excess, baseline) : "No clear difference from " + baseline + ".")
        + classes(excess);
  }

  /** Whether its time differs from the baseline's by more than chance explains, as far as that is known. */
  private static boolean isClear(Overhead excess) {
    return !excess.firstResponseMs().hasInterval() || excess.firstResponseMs().excludes(0);
  }

  private static String time(Overhead excess, String baseline) {
    return VerdictWords.joined("; of all phases, ", total(excess.firstResponseMs(), baseline),
        VerdictWords.joined(", and ", extreme(excess, true), extreme(excess, false))) + ".";
  }

  private static String total(Estimate all, String baseline) {
    if (all.value() == 0) {
      return "takes as long as " + baseline;
    }
    String interval = all.hasInterval() ? " (" + Quantity.signedInterval(all) + " ms)" : "";
    return "takes " + ms(Math.abs(all.value())) + (all.value() > 0 ? " longer" : " less") + interval + " than "
        + baseline;
  }

  /** {@code load adds most (31.2 ms)}; empty if no phase changes the total by much. @param longest or the shortest */
  private static String extreme(Overhead excess, boolean longest) {
    int sign = longest ? 1 : -1;
    double least = LEAST_PART * Math.abs(excess.firstResponseMs().value());
    return excess.phasesMs()
        .entrySet()
        .stream()
        .filter(phase -> sign * phase.getValue().value() > least)
        .max(Comparator.comparingDouble(phase -> sign * phase.getValue().value()))
        .map(phase -> PhaseWords.of(phase.getKey()) + (longest ? " adds" : " saves") + " most ("
            + ms(sign * phase.getValue().value()) + ")")
        .orElse("");
  }

  private static String ms(double ms) {
    return Format.number(ms, "ms");
  }

  /** Empty if a child does not report its classes, for example because it is not a JVM. */
  private static String classes(Overhead excess) {
    if (Double.isNaN(excess.classes())) {
      return "";
    }
    String loaded =
        " It loads " + count(excess.classes()) + (Math.abs(Math.round(excess.classes())) == 1 ? " class " : " classes ")
            + (Math.round(excess.classes()) == 0 ? "as" : "than") + " the baseline";
    return Double.isNaN(excess.classesNotArchived())
        ? loaded + "."
        : loaded + ": " + count(excess.classesNotArchived()) + " from outside the CDS archive, and "
            + count(excess.classes() - excess.classesNotArchived()) + " from it.";
  }

  private static String count(double classes) {
    long count = Math.round(classes);
    return count == 0 ? "as many" : Math.abs(count) + (count > 0 ? " more" : " fewer");
  }

  private String label(Arm baseline) {
    return view.names().ofConfiguration(baseline.configuration()).inSentence();
  }

  /** For a fused phase, the phase that it is fused with. */
  String cell(Overhead excess, String phase) {
    String holder = excess.arm().fused().get(phase);
    return holder != null ? PhaseWords.in(holder) : Format.signed(excess.phasesMs().get(phase).value());
  }

  static String interval(Overhead excess, String phase) {
    return Quantity.signedInterval(excess.phasesMs().getOrDefault(phase, Estimate.NONE));
  }

  /** Classes more than the baseline and, in parentheses, the same difference without those from an archive. */
  String moreClasses(Overhead excess) {
    String more = Format.signedWhole(excess.classes());
    double outside = excess.classesNotArchived();
    return Double.isNaN(outside) ? more : more + " (" + Format.signedWhole(outside) + ")";
  }

  /** Null for a count. */
  static String unit(Counter counter) {
    return switch (counter.unit()) {
      case NS -> "ms";
      case BYTES -> "MB";
      case COUNT -> null;
    };
  }

  static String text(Counter counter, double value) {
    return switch (counter.unit()) {
      case NS -> Format.number(value);
      case BYTES -> Format.number(value / Format.BYTES_PER_MB);
      case COUNT -> Format.whole(value);
    };
  }
}
