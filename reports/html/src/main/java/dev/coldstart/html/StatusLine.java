package dev.coldstart.html;

import dev.coldstart.results.Launch;
import dev.coldstart.results.Manifest;
import dev.coldstart.results.Manifest.FixtureFacts;
import dev.coldstart.stats.ArmSummary;
import dev.coldstart.stats.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * The run in words.
 *
 * @param findings one sentence a fixture
 * @param conduct how many launches count, and what ended the run
 * @param doubts what to distrust; empty when nothing is known
 */
record StatusLine(List<Finding> findings, String conduct, List<String> doubts) {

  record Finding(String fixture, String text) {}

  static StatusLine of(RunView view) {
    return new StatusLine(view.fixtures().stream().map(f -> finding(view, f)).toList(), conduct(view), doubts(view));
  }

  private static Finding finding(RunView view, FixtureFacts fixture) {
    List<ArmSummary> measured = view.measured(fixture);
    if (measured.isEmpty()) {
      return new Finding(fixture.title(), "No launch counts.");
    }
    ArmSummary first = measured.get(0);
    String text =
        view.names().of(first.arm()).text() + " answers first, after "
            + Numbers.of(first.firstResponseMs().value(), "ms") + ".";
    List<ArmSummary> compared = measured.stream().filter(arm -> !arm.arm().baseline()).toList();
    return new Finding(
        fixture.title(), compared.isEmpty() ? text : text + foremost(view, compared.get(0)) + tally(compared));
  }

  private static String foremost(RunView view, ArmSummary arm) {
    return " Of those compared with a baseline, " + view.names().of(arm.arm()).text() + " is first: "
        + VerdictWords.withInterval(arm, view.summary().margin()) + ".";
  }

  private static String tally(List<ArmSummary> compared) {
    List<String> parts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      long count = compared.stream().filter(arm -> arm.verdict() == verdict).count();
      if (count > 0) {
        parts.add(count + " " + verdict.word());
      }
    }
    return parts.isEmpty() ? "" : " Verdicts: " + String.join(", ", parts) + ".";
  }

  static List<Launch> launches(RunView view) {
    return view.run().arms().stream().flatMap(arm -> arm.launches().stream()).toList();
  }

  private static String conduct(RunView view) {
    List<Launch> launches = launches(view);
    long counted = view.run().arms().stream().mapToLong(arm -> arm.counted().size()).sum();
    long invalid = launches.stream().filter(launch -> !launch.valid()).count();
    long warmup = launches.stream().filter(launch -> launch.valid() && launch.warmup()).count();
    return Numbers.count(counted, "launch counts", "launches count") + ", " + invalid + " invalid, " + warmup
        + " warm-up. " + ended(view.run().manifest());
  }

  private static String ended(Manifest manifest) {
    if (manifest.stoppedBy() == null) {
      return "The run did not end: it was killed, or it still runs.";
    }
    return switch (manifest.stoppedBy()) {
      case "blocks" -> "The run ended with all its blocks.";
      case "budget" -> "The run ended before its last block, when its time was used up.";
      case "interrupted" -> "The run was interrupted.";
      default -> "The run was ended by: " + manifest.stoppedBy() + ".";
    };
  }

  private static List<String> doubts(RunView view) {
    List<String> doubts = new ArrayList<>();
    long notRun = view.summary().arms().stream().filter(arm -> !arm.arm().ran()).count();
    if (notRun > 0) {
      doubts.add(Numbers.count(notRun, "arm", "arms") + " did not run; the tables say why.");
    }
    doubts.addAll(view.summary().warnings());
    return doubts;
  }
}
