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

/** The run's own noise and its self-checks. */
public record Noise(RunView view) {

  /** More would only repeat that they held. */
  private static final int MOST_FOLDED = 60;

  /** The self-checks, failed ones first, without the folded ones. */
  List<ControlResult> controls() {
    return view.summary()
        .controls()
        .stream()
        .filter(control -> !isFolded(control))
        .sorted(Comparator.comparing(control -> !control.failed()))
        .toList();
  }

  boolean hasFailedBoots() {
    return controls().stream().anyMatch(control -> control.kind().equals(ControlResult.BOOT));
  }

  /**
   * The folded controls: one per compared arm and fixture that did not fail, which are too many to read. If there are
   * too many even so, those furthest from their expected value.
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

  /** In words, how many folded controls are left out; empty if none is. */
  String moreControls() {
    int left = allFolded().size() - MOST_FOLDED;
    return left <= 0
        ? ""
        : Format.count(left, "more control", "more controls") + ", with smaller differences, in summary.json.";
  }

  private List<ControlResult> allFolded() {
    return view.summary().controls().stream().filter(Noise::isFolded).toList();
  }

  private static boolean isFolded(ControlResult control) {
    return control.kind().equals(ControlResult.BOOT) && !control.failed();
  }

  /** In words, how many held, failed and were not judged. */
  String controlsFound() {
    List<ControlResult> all = view.summary().controls();
    if (all.isEmpty()) {
      return view.controls().isEmpty()
          ? "This run did not check itself: it has no controls."
          : "The controls of this run were not judged.";
    }
    long held = all.stream().filter(control -> Boolean.TRUE.equals(control.held())).count();
    long failed = all.stream().filter(ControlResult::failed).count();
    String none = view.controls().isEmpty() ? "No control arm was launched. " : "";
    return held == all.size()
        ? none + "All " + Format.count(held, "control", "controls") + " held."
        : none + "Of " + Format.count(all.size(), "control", "controls") + ", " + held + " held, " + failed
            + " failed and " + (all.size() - held - failed) + " could not be judged.";
  }

  static String kind(ControlResult control) {
    return switch (control.kind()) {
      case Arm.Control.AA -> "A/A: the same command twice";
      case Arm.Control.BUSY -> "Positive: a known delay";
      case ControlResult.BOOT -> "Boot, with the same JVM arguments";
      default -> control.kind();
    };
  }

  static String outcome(ControlResult control) {
    return control.held() == null ? "not judged" : control.held() ? "held" : "failed";
  }

  static String measured(ControlResult control) {
    return Quantity.withInterval(control.judgedBy(), value -> difference(control, value), " to ");
  }

  /** In any unit, as the difference from the other arm: a ratio of 1.003 is +0.3 %. */
  static String difference(ControlResult control, double value) {
    return control.unit().equals(ControlResult.RATIO)
        ? Format.signed((value - 1) * 100, "%")
        : Format.signed(value, control.unit());
  }

  /** How the run went. */
  List<Fact> conduct() {
    RunEffort conduct = view.summary().effort();
    String wall = Double.isNaN(conduct.outsidePart())
        ? null
        : Quantity.time(conduct.wallNs()) + "; for " + Format.percent(conduct.outsidePart())
            + " of it no launch was running";
    List<Instant> resumed = Objects.requireNonNullElse(view.run().manifest().resumedAt(), List.of());
    // The governor is null if the platform does not report it; more than one value means that it changed.
    return List.of(Fact.of("Time of the blocks, without warm-up, preparations and JMH", wall),
        Fact.of("Resumed",
            resumed.isEmpty()
                ? "no"
                : Format.count(resumed.size(), "time: ", "times: ")
                    + resumed.stream().map(RunFacts::date).collect(Collectors.joining(", "))),
        Fact.of("Frequency governor", conduct.worst() == null ? null : conduct.worst().governor()));
  }

  /** The cost of starting a trivial program; empty if it was not measured. */
  List<Manifest.Spawn> spawns() {
    return Objects.requireNonNullElse(view.run().manifest().spawns(), List.of());
  }

  /**
   * Retried blocks, in their order.
   *
   * @param found in words, how many
   * @param shown the first of them
   * @param more in words, what is left out; empty if nothing is
   */
  record RetriedBlocks(String found, List<BlockEnd> shown, String more) {

    private static final int MOST = 20;

    static RetriedBlocks of(List<BlockEnd> blocks) {
      List<BlockEnd> again = blocks.stream().filter(block -> block.again() != null).toList();
      int left = again.size() - MOST;
      return new RetriedBlocks(found(blocks.size(), again.size()), again.stream().limit(MOST).toList(),
          left <= 0 ? "" : Format.count(left, "more block", "more blocks") + " in blocks.jsonl.");
    }

    private static String found(int blocks, int again) {
      if (blocks == 0) {
        return "n/a: this run did not record how its blocks ended.";
      }
      return again == 0
          ? "No block was retried."
          : again + " of " + Format.count(blocks, "block was", "blocks were") + " retried.";
    }
  }
}
