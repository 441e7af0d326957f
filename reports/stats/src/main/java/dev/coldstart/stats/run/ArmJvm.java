package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a child's JVM was told beside its class path: the words of its command line before it. */
public final class ArmJvm {

  private ArmJvm() {}

  /** Empty where the command line is not known. */
  public static Optional<List<String>> of(Arm arm) {
    List<String> command = arm.command();
    int classPath = command.indexOf(Arm.CLASS_PATH);
    return classPath < 1 ? Optional.empty() : Optional.of(command.subList(1, classPath));
  }

  /** The names of its class path's jars, in order; none where the command line is not known. */
  static List<String> jars(Arm arm) {
    return of(arm).stream()
        .flatMap(args -> arm.command().stream().skip(args.size() + 2L).limit(1))
        .flatMap(classPath -> Stream.of(classPath.split(":")))
        .map(jar -> jar.substring(jar.lastIndexOf('/') + 1))
        .toList();
  }
}
