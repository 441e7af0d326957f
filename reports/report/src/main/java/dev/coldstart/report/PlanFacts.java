package dev.coldstart.report;

import dev.coldstart.record.Manifest;
import dev.coldstart.record.text.Format;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What was to be measured, and by which rules it was to end. */
final class PlanFacts {

  private PlanFacts() {}

  static List<Fact> of(Manifest manifest) {
    Manifest.Plan plan = manifest.plan();
    return List.of(Fact.of("Harness", "coldstart " + Fact.of("", manifest.coldstart()).value()),
        Fact.of("Preset", plan.preset()), Fact.of("Seed of the permutations", plan.seed()),
        Fact.of("Blocks that count, at most", plan.blocks()), Fact.of("Warm-up blocks", plan.warmupBlocks()),
        Fact.of("Ends at a precision of", precision(plan.targetCi())),
        Fact.of("Time for launches", plan.budgetMs() == null ? "not bounded" : duration(plan.budgetMs())),
        Fact.of("Timeout of a launch", duration(plan.timeoutMs())),
        Fact.of("Blocks run again, at most", plan.mostAgain() == null ? null : plan.mostAgain() + " of each fixture"),
        Fact.of("Most steal in a block", limit(plan, Manifest.Limits::stealPart)),
        Fact.of("Most throttling in a block", limit(plan, Manifest.Limits::throttledPart)),
        Fact.of("Ended by", manifest.stoppedBy()));
  }

  private static String precision(Double part) {
    return part == null ? "not asked for" : "±" + Format.percent(part);
  }

  /** Null in runs older than limits. */
  private static String limit(Manifest.Plan plan, ToDoubleFunction<Manifest.Limits> part) {
    return plan.limits() == null ? null : Format.percent(part.applyAsDouble(plan.limits()));
  }

  private static String duration(long ms) {
    return Format.duration(Duration.ofMillis(ms));
  }
}
