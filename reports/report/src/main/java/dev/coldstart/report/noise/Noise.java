package dev.coldstart.report.noise;

import dev.coldstart.record.Arm;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.report.text.RunFacts.Fact;
import dev.coldstart.report.text.RunFacts;
import dev.coldstart.stats.run.ControlResult;
import dev.coldstart.stats.run.RunEffort;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the run knows of its own noise. */
public record Noise(RunView view) {

  /** More repeat what is known: that they held. */
  private static final int MOST_FOLDED = 60;

  /** What the run found when it checked itself: those that failed first, without those that are folded. */
  List<ControlResult> controls() {
    return view.summary()
        .controls()
        .stream()
        .filter(control -> !isFolded(control))
        .sorted(Comparator.comparing(control -> !control.failed()))
        .toList();
  }

  /**
   * One a compared arm and fixture, and they did not fail: too many to read. Of too many those that are furthest off,
   * for in the others there is less to see.
   */
  List<ControlResult> foldedControls() {
    List<ControlResult> folded = allFolded();
    return folded.size() <= MOST_FOLDED
        ? folded
        : folded.stream()
            .sorted(Comparator.comparingDouble(control -> -Math.abs(control.measured().value() - control.expected())))
            .limit(MOST_FOLDED)
            .toList();
  }

  /** How many folded ones are left out, in words; empty when that is none. */
  String moreControls() {
    int left = allFolded().size() - MOST_FOLDED;
    return left <= 0
        ? ""
        : Format.count(left, "control", "controls") + " more, which measured less: summary.json has them.";
  }

  private List<ControlResult> allFolded() {
    return view.summary().controls().stream().filter(Noise::isFolded).toList();
  }

  private static boolean isFolded(ControlResult control) {
    return control.kind().equals(ControlResult.BOOT) && !control.failed();
  }

  /** How many held, failed and were not judged, in words. */
  String controlsFound() {
    List<ControlResult> all = view.summary().controls();
    if (all.isEmpty()) {
      return view.controls().isEmpty()
          ? "This run did not check itself: it is older than the controls, or was made without them."
          : "The controls of this run were not judged.";
    }
    long held = all.stream().filter(control -> Boolean.TRUE.equals(control.held())).count();
    long failed = all.stream().filter(ControlResult::failed).count();
    return (view.controls().isEmpty() ? "No control arm was launched. " : "") + "Of "
        + Format.count(all.size(), "control", "controls") + ", " + held + " held, " + failed + " failed and "
        + (all.size() - held - failed) + " could not be judged.";
  }

  static String kind(ControlResult control) {
    return switch (control.kind()) {
      case Arm.Control.AA -> "A/A: the same command twice";
      case Arm.Control.BUSY -> "Positive: a known delay";
      case ControlResult.BOOT -> "Boot, which no runtime can touch";
      default -> control.kind();
    };
  }

  static String outcome(ControlResult control) {
    return control.held() == null ? "not judged" : control.held() ? "held" : "failed";
  }

  static String measured(ControlResult control) {
    return Quantity.withInterval(control.judgedBy(), value -> difference(control, value), " to ");
  }

  /** Whatever the unit, as what the arm takes more than the other: a ratio of 1.003 is +0.3 %. */
  static String difference(ControlResult control, double value) {
    return control.unit().equals(ControlResult.RATIO)
        ? Format.signed((value - 1) * 100, "%")
        : Format.signed(value, control.unit());
  }

  /** How the run went. */
  List<Fact> conduct() {
    RunEffort conduct = view.summary().effort();
    String outside = Double.isNaN(conduct.outsidePart())
        ? null
        : Format.percent(conduct.outsidePart()) + " of " + Quantity.time(conduct.wallNs());
    List<Instant> resumed = Objects.requireNonNullElse(view.run().manifest().resumedAt(), List.of());
    // The governor is null where the platform does not tell; more than one is a change under way.
    return List.of(Fact.of("Wall time in which no child lived", outside),
        Fact.of("Gone on after a cut",
            resumed.isEmpty()
                ? "no"
                : Format.count(resumed.size(), "time: ", "times: ")
                    + resumed.stream().map(RunFacts::date).collect(Collectors.joining(", "))),
        Fact.of("Frequency governor", conduct.worst() == null ? null : conduct.worst().governor()));
  }

  /** What starting a trivial program costs; empty when it was not measured. */
  List<Manifest.Spawn> spawns() {
    return Objects.requireNonNullElse(view.run().manifest().spawns(), List.of());
  }

  /**
   * Blocks that were run a second time, in their order.
   *
   * @param found how many, in words
   * @param shown the first of them
   * @param more what is left out, in words; empty when that is nothing
   */
  record RetriedBlocks(String found, List<BlockEnd> shown, String more) {

    private static final int MOST = 20;

    static RetriedBlocks of(List<BlockEnd> blocks) {
      List<BlockEnd> again = blocks.stream().filter(block -> block.again() != null).toList();
      int left = again.size() - MOST;
      return new RetriedBlocks(found(blocks.size(), again.size()), again.stream().limit(MOST).toList(),
          left <= 0 ? "" : Format.count(left, "block", "blocks") + " more: blocks.jsonl has them.");
    }

    private static String found(int blocks, int again) {
      if (blocks == 0) {
        return "n/a: this run's folder does not say how its blocks ended. It is older than that, or no block did.";
      }
      return again == 0
          ? "No block was run again."
          : Format.count(again, "block was", "blocks were") + " run again, of " + blocks
              + " that were run to their end.";
    }
  }
}
