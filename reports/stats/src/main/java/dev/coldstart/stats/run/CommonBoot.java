package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import java.util.List;
import java.util.Optional;

/** Whether two arms do the same up to their main class, so that their boots can be held against each other. */
final class CommonBoot {

  /** The main class stands in a jar of the arm's own, and what it extends in the first one that all arms share. */
  private static final int MOST_JARS_BEFORE_THE_SHARED = 1;

  private CommonBoot() {}

  /**
   * False where either command line is not known; where the JVM's arguments differ; where they start from a cache or an
   * image, of which each arm has its own; and where an engine's jars are opened before the first that both share.
   */
  static boolean of(Arm arm, Arm other) {
    Optional<List<String>> args = ArmJvm.of(arm);
    return args.isPresent() && args.equals(ArmJvm.of(other)) && !startsFromItsOwn(arm) && !startsFromItsOwn(other)
        && sharedIsNear(ArmJvm.jars(arm), ArmJvm.jars(other));
  }

  private static boolean startsFromItsOwn(Arm arm) {
    return arm.command().stream().anyMatch(word -> word.contains(Arm.CACHE) || word.contains(Arm.IMAGE));
  }

  /** True too where they share none, of which nothing can be said. */
  private static boolean sharedIsNear(List<String> jars, List<String> others) {
    return before(jars, others) <= MOST_JARS_BEFORE_THE_SHARED && before(others, jars) <= MOST_JARS_BEFORE_THE_SHARED;
  }

  private static int before(List<String> jars, List<String> others) {
    return jars.stream().filter(others::contains).findFirst().map(jars::indexOf).orElse(0);
  }
}
