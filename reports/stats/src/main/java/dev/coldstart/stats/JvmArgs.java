package dev.coldstart.stats;

import dev.coldstart.record.Arm;
import java.util.List;
import java.util.Optional;

/** What a child's JVM was told beside its class path: the words of its command line before it. */
final class JvmArgs {

  private JvmArgs() {}

  /** Empty where the command line is not known. */
  static Optional<List<String>> of(Arm arm) {
    List<String> command = arm.command();
    int classPath = command.indexOf(Arm.CLASS_PATH);
    return classPath < 1 ? Optional.empty() : Optional.of(command.subList(1, classPath));
  }
}
