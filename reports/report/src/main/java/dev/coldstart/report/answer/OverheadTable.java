package dev.coldstart.report.answer;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Counter;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.OverheadWords;
import dev.coldstart.report.text.PhaseWords;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.Overhead;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What each arm takes longer than its baseline, and where: for whoever wants to make it faster.
 *
 * @param excesses the costliest first
 * @param more which arms are left out, in words; empty when none is
 */
public record OverheadTable(RunView view, FixtureFacts fixture, List<Overhead> excesses, String more) {

  /** The columns of what the launches needed. Those that say where the time goes come first. */
  public static final List<Counter> NEEDS =
      Stream.concat(Stream.of(Counter.CLASSES_LOADED, Counter.CLASSES_FROM_ARCHIVE, Counter.JIT, Counter.GC,
          Counter.CPU, Counter.MAJOR_FAULTS, Counter.PEAK_RSS), Counter.shown().stream()).distinct().toList();

  public static OverheadTable of(RunView view, FixtureFacts fixture) {
    List<Overhead> all = view.summary()
        .details()
        .excesses()
        .stream()
        .filter(excess -> excess.arm().fixture().equals(fixture.id()))
        .sorted(Comparator.comparingDouble((Overhead excess) -> excess.firstResponseMs().value()).reversed())
        .toList();
    return new OverheadTable(view, fixture, view.first(all), view.more(all.size()));
  }

  /** What the baselines cannot separate, one text a baseline. */
  List<String> fused() {
    return excesses.stream()
        .map(Overhead::baseline)
        .filter(baseline -> !baseline.fused().isEmpty())
        .map(baseline -> "Of " + label(baseline) + ", " + PhaseWords.fused(baseline)
            + ": what others spend there counts whole.")
        .distinct()
        .toList();
  }

  List<ArmSummary> baselines() {
    return view.measured(fixture).stream().filter(arm -> arm.arm().baseline()).toList();
  }

  String sentence(Overhead excess) {
    return OverheadWords.of(excess, label(excess.baseline()));
  }

  private String label(Arm baseline) {
    return view.names().ofConfiguration(baseline.configuration()).label();
  }

  /** For a fused phase, the one that holds it. */
  String cell(Overhead excess, String phase) {
    String holder = excess.arm().fused().get(phase);
    return holder != null ? PhaseWords.in(holder) : Format.signed(excess.phasesMs().get(phase));
  }

  /** Classes more than the baseline, and those of them from no archive. */
  String moreClasses(Overhead excess) {
    String more = Format.signedWhole(excess.classes());
    double outside = excess.classesNotArchived();
    return Double.isNaN(outside) ? more : more + " (" + Format.signedWhole(outside) + ")";
  }

  /** Null where something is counted. */
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
