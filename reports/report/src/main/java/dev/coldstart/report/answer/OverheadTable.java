package dev.coldstart.report.answer;

import dev.coldstart.record.Counter;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.run.ManyArms;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.report.text.OverheadWords;
import dev.coldstart.report.text.PhaseWords;
import dev.coldstart.stats.run.CounterMedians;
import dev.coldstart.stats.run.Overhead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What each arm takes longer than its baseline, and where: for whoever wants to make it faster.
 *
 * @param fused what the baselines cannot separate, one text a baseline
 * @param phases the costliest first
 * @param needs the baselines first, then in the order of {@code phases}
 * @param more which arms are left out, in words; empty when none is
 */
public record OverheadTable(FixtureFacts fixture, List<String> fused, List<PhaseRow> phases, List<NeedsRow> needs,
    String more) {

  /** @param cells in the phases' order; for a fused phase, the one that holds it */
  record PhaseRow(ArmName name, String sentence, String more, String interval, List<String> cells, int blocks) {}

  /** @param unit null where something is counted */
  public record Heading(String label, String unit, int columns) {}

  record NeedsRow(ArmName name, boolean baseline, List<Cell> cells) {}

  /** @param style null where it has none of its own */
  record Cell(String style, String text) {}

  /** Those that say where the time goes come first. */
  private static final List<Counter> NEEDS =
      Stream.concat(Stream.of(Counter.CLASSES_LOADED, Counter.CLASSES_FROM_ARCHIVE, Counter.JIT, Counter.GC,
          Counter.CPU, Counter.MAJOR_FAULTS, Counter.PEAK_RSS), Counter.shown().stream()).distinct().toList();

  /** Of the columns in which the arms' needs stand. */
  public static List<Heading> headings() {
    List<Heading> headings = new ArrayList<>();
    for (Counter counter : NEEDS) {
      headings.add(new Heading(counter.label().orElseThrow(), unit(counter), counter == Counter.CPU ? 2 : 1));
      if (counter == Counter.CLASSES_LOADED) {
        headings.add(new Heading("More than the baseline (from outside an archive)", null, 1));
      }
    }
    return headings;
  }

  private static String unit(Counter counter) {
    return switch (counter.unit()) {
      case NS -> "ms";
      case BYTES -> "MB";
      case COUNT -> null;
    };
  }

  /** One for each fixture of the page. */
  public static List<OverheadTable> of(RunView view) {
    List<Overhead> excesses = view.summary().details().excesses();
    return view.fixtures().stream().map(fixture -> of(view, fixture, excesses)).toList();
  }

  private static OverheadTable of(RunView view, FixtureFacts fixture, List<Overhead> all) {
    List<Overhead> ofFixture = all.stream()
        .filter(excess -> excess.arm().fixture().equals(fixture.id()))
        .sorted(Comparator.comparingDouble((Overhead excess) -> excess.firstResponseMs().value()).reversed())
        .toList();
    List<Overhead> excesses = ManyArms.first(view, ofFixture);
    return new OverheadTable(fixture, fused(view, excesses),
        excesses.stream().map(excess -> phaseRow(view, excess)).toList(),
        excesses.isEmpty()
            ? List.of()
            : Stream.concat(baselines(view, fixture), excesses.stream().map(excess -> needsRow(view, excess))).toList(),
        ManyArms.more(view, ofFixture.size()));
  }

  private static List<String> fused(RunView view, List<Overhead> excesses) {
    return excesses.stream()
        .map(Overhead::baseline)
        .filter(baseline -> !baseline.fused().isEmpty())
        .map(baseline -> "Of " + view.names().ofConfiguration(baseline.configuration()).label() + ", "
            + PhaseWords.fused(baseline) + ": what others spend there counts whole.")
        .distinct()
        .toList();
  }

  private static PhaseRow phaseRow(RunView view, Overhead excess) {
    return new PhaseRow(view.names().of(excess.arm()),
        OverheadWords.of(excess, view.names().ofConfiguration(excess.baseline().configuration()).label()),
        Format.signed(excess.firstResponseMs().value()), OverheadWords.interval(excess.firstResponseMs()),
        PhasesNs.NAMES.stream().map(phase -> cell(excess, phase)).toList(), excess.blocks());
  }

  private static String cell(Overhead excess, String phase) {
    String holder = excess.arm().fused().get(phase);
    return holder != null ? PhaseWords.in(holder) : Format.signed(excess.phasesMs().get(phase));
  }

  private static Stream<NeedsRow> baselines(RunView view, FixtureFacts fixture) {
    return view.measured(fixture)
        .stream()
        .filter(arm -> arm.arm().baseline())
        .map(arm -> row(view.names().of(arm.arm()), true, "", arm.counters()));
  }

  private static NeedsRow needsRow(RunView view, Overhead excess) {
    String more = Double.isNaN(excess.classesNotArchived())
        ? Format.signedWhole(excess.classes())
        : Format.signedWhole(excess.classes()) + " (" + Format.signedWhole(excess.classesNotArchived()) + ")";
    return row(view.names().of(excess.arm()), false, more, excess.counters());
  }

  /** @param more classes more than the baseline, and those of them from no archive; empty for a baseline */
  private static NeedsRow row(ArmName name, boolean baseline, String more, CounterMedians medians) {
    List<Cell> cells = new ArrayList<>();
    for (Counter counter : NEEDS) {
      cells.add(new Cell(counter == Counter.CPU ? "main" : null, text(counter, medians.of(counter))));
      if (counter == Counter.CLASSES_LOADED) {
        cells.add(new Cell(null, more));
      } else if (counter == Counter.CPU) {
        cells.add(new Cell("range", Format.number(medians.cpuPerWall(), "×")));
      }
    }
    return new NeedsRow(name, baseline, cells);
  }

  private static String text(Counter counter, double value) {
    return switch (counter.unit()) {
      case NS -> Format.number(value);
      case BYTES -> Format.number(value / Format.BYTES_PER_MB);
      case COUNT -> Format.whole(value);
    };
  }
}
