package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import java.util.List;
import java.util.Optional;

/** Whether two arms do the same up to their main class, so that their boots can be held against each other. */
final class CommonBoot {

  private CommonBoot() {}

  /**
   * False where either command line is not known; where the JVM's arguments differ; and where they start from a cache
   * or an image, of which each arm has its own.
   */
  static boolean of(Arm arm, Arm other) {
    Optional<List<String>> args = ArmJvm.of(arm);
    return args.isPresent() && args.equals(ArmJvm.of(other)) && !startsFromItsOwn(arm) && !startsFromItsOwn(other);
  }

  private static boolean startsFromItsOwn(Arm arm) {
    return arm.command().stream().anyMatch(word -> word.contains(Arm.CACHE) || word.contains(Arm.IMAGE));
  }
}
