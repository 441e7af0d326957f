package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import java.util.List;
import java.util.Optional;

/** What an arm's JVM was told beside its class path. */
public final class ArmJvm {

  private ArmJvm() {}

  /** The words of its command line before the class path; empty where the command line is not known. */
  public static Optional<List<String>> args(Arm arm) {
    List<String> command = arm.command();
    int classPath = command.indexOf(Arm.CLASS_PATH);
    return classPath < 1 ? Optional.empty() : Optional.of(command.subList(1, classPath));
  }

  /**
   * Whether two arms do the same up to their main class, so that their boots can be held against each other. False
   * where either command line is not known; where the JVM's arguments differ; and where they start from a cache or an
   * image, of which each arm has its own.
   */
  static boolean bootAlike(Arm arm, Arm other) {
    Optional<List<String>> args = args(arm);
    return args.isPresent() && args.equals(args(other)) && !startsFromItsOwn(arm) && !startsFromItsOwn(other);
  }

  private static boolean startsFromItsOwn(Arm arm) {
    return arm.command().stream().anyMatch(word -> word.contains(Arm.CACHE) || word.contains(Arm.IMAGE));
  }
}
