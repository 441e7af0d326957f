package dev.coldstart.report;

import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.text.Format;
import dev.coldstart.stats.run.Counters;
import dev.coldstart.stats.run.Overhead;
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
record BeyondTable(FixtureFacts fixture, List<String> fused, List<PhaseRow> phases, List<NeedsRow> needs, String more) {

  /** @param cells in the phases' order; for a fused phase, the one that holds it */
  record PhaseRow(ArmName name, String sentence, String more, String interval, List<String> cells, int blocks) {}

  /** @param more classes more than the baseline, and those of them from no archive; empty for a baseline */
  record NeedsRow(ArmName name, boolean baseline, String classes, String more, String fromArchive, String jitMs,
      String gcMs, String cpuMs, String cpuPerWall, String majorFaults, String peakMb) {}

  /** One for each fixture of the page. */
  static List<BeyondTable> of(RunView view) {
    List<Overhead> excesses = view.summary().details().excesses();
    return view.fixtures().stream().map(fixture -> of(view, fixture, excesses)).toList();
  }

  private static BeyondTable of(RunView view, FixtureFacts fixture, List<Overhead> all) {
    List<Overhead> ofFixture = all.stream()
        .filter(excess -> excess.arm().fixture().equals(fixture.id()))
        .sorted(Comparator.comparingDouble((Overhead excess) -> excess.firstResponseMs().value()).reversed())
        .toList();
    List<Overhead> excesses = ManyArms.first(view, ofFixture);
    return new BeyondTable(fixture, fused(view, excesses),
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
        BeyondWords.of(excess, view.names().ofConfiguration(excess.baseline().configuration()).label()),
        Format.signed(excess.firstResponseMs().value()), BeyondWords.interval(excess.firstResponseMs()),
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

  private static NeedsRow row(ArmName name, boolean baseline, String more, Counters c) {
    return new NeedsRow(name, baseline, Format.whole(c.classesLoaded()), more, Format.whole(c.classesFromArchive()),
        Format.number(c.jitMs()), Format.number(c.gcMs()), Format.number(c.cpuMs()), Format.number(c.cpuPerWall(), "×"),
        Format.whole(c.majorFaults()), Format.number(c.peakRssBytes() / Format.BYTES_PER_MB));
  }
}
