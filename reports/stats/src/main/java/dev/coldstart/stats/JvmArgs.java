package dev.coldstart.stats;

import dev.coldstart.results.Arm;
import java.util.List;
import java.util.Optional;

/** What a child's JVM was told beside its class path: the words of its command line before it. */
final class JvmArgs {

  private JvmArgs() {}

  /** False where either command line is not known, and where they name a cache, of which each arm has its own. */
  static boolean same(Arm arm, Arm other) {
    Optional<List<String>> args = of(arm);
    return args.isPresent() && args.equals(of(other)) && args.get().stream().noneMatch(arg -> arg.contains(Arm.CACHE));
  }

  /** Empty where the command line is not known. */
  static Optional<List<String>> of(Arm arm) {
    List<String> command = arm.command();
    int classPath = command.indexOf(Arm.CLASS_PATH);
    return classPath < 1 ? Optional.empty() : Optional.of(command.subList(1, classPath));
  }
}
