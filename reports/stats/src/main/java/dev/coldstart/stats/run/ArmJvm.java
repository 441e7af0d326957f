package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import java.util.List;
import java.util.Optional;

/** What a child's JVM was told beside its class path: the words of its command line before it. */
public final class ArmJvm {

  private ArmJvm() {}

  /** Empty where the command line is not known. */
  public static Optional<List<String>> of(Arm arm) {
    List<String> command = arm.command();
    int classPath = command.indexOf(Arm.CLASS_PATH);
    return classPath < 1 ? Optional.empty() : Optional.of(command.subList(1, classPath));
  }
}
