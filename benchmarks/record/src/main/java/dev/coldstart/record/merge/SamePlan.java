package dev.coldstart.record.merge;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.Difference;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.Manifest.Plan;
import dev.coldstart.record.Manifest.Sparse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What all shards of a plan have in common, by names for messages. Machines may differ, and with them what depends on a
 * machine: which slow arms the warm-up chose, and how large the first shard's scenarios are.
 */
record SamePlan(Map<String, Object> facts) {

  static SamePlan of(Manifest manifest) {
    Plan plan = manifest.plan();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("coldstart's version", manifest.coldstart());
    facts.put("the commit", manifest.commit());
    facts.put("whether the checkout is clean", manifest.clean());
    facts.put("the number of shards", plan.shard().of());
    facts.put("the preset", plan.preset());
    facts.put("the seed", plan.seed());
    facts.put("the number of blocks", plan.blocks());
    facts.put("the number of warm-up blocks", plan.warmupBlocks());
    facts.put("the timeout of a launch", plan.timeoutMs());
    facts.put("the memory limit of a launch", plan.memoryLimitBytes());
    facts.put("the page cache", plan.pageCache());
    facts.put("the number of caches", plan.cachesOfAnArm());
    facts.put("the limits of a block", plan.limits());
    facts.put("the rule for slow arms", plan.sparse() == null ? null : rule(plan.sparse()));
    facts.put("the JDKs", manifest.jdks());
    facts.put("the fixtures", manifest.fixtures().stream().map(SamePlan::fixture).toList());
    facts.put("the arms", manifest.arms().stream().map(Arm::key).toList());
    return new SamePlan(facts);
  }

  private static Sparse rule(Sparse sparse) {
    return new Sparse(sparse.factor(), sparse.apart(), sparse.every(), null);
  }

  private static List<Object> fixture(FixtureFacts fixture) {
    return List.of(fixture.id(), Objects.requireNonNullElse(fixture.sha256(), ""),
        Objects.requireNonNullElse(fixture.event(), ""));
  }

  /** How a run of another plan differs from this one, in words; empty if it is of this one. */
  Optional<String> difference(SamePlan other) {
    return facts.entrySet()
        .stream()
        .filter(fact -> !Objects.equals(fact.getValue(), other.facts.get(fact.getKey())))
        .findFirst()
        .map(fact -> isLong(fact.getValue())
            ? fact.getKey() + " differ from the others'"
            : fact.getKey() + ": " + other.facts.get(fact.getKey()) + ", and in the others " + fact.getValue());
  }

  private static boolean isLong(Object value) {
    return value instanceof List || value instanceof Sparse;
  }

  /**
   * The first difference between two runs of the same plan that a launch depends on, in words: another engine, or other
   * arguments of a command line. An arm that did not run has neither.
   */
  static Optional<String> difference(Manifest one, Manifest other) {
    Map<ArmKey, Arm> others = new LinkedHashMap<>();
    other.arms().forEach(arm -> others.put(arm.key(), arm));
    return Difference.between(one, other).stream().filter(difference -> switch (difference.subject()) {
      case ENGINE, FIXTURE -> true;
      case COMMAND -> !((Arm) difference.first()).command().isEmpty()
          && !((Arm) difference.second()).command().isEmpty();
      default -> false;
    })
        .findFirst()
        .map(difference -> difference.words() + (difference.subject() == Difference.Subject.ENGINE
            ? ": " + difference.second() + ", and in the others " + difference.first()
            : " differ from the others'"));
  }
}
