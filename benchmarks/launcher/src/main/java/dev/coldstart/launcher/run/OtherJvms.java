package dev.coldstart.launcher.run;

import java.util.List;
import java.util.Optional;

/** JVMs that are neither this one nor come from it, nor wait for it, as the build does that started it. */
final class OtherJvms {

  /** No process tree is deeper; a loop, which a pid used again while we read could make, ends here. */
  private static final int DEEPEST = 64;

  private OtherJvms() {}

  /**
   * How many there are; empty where the platform has no {@code /proc}.
   *
   * @param self the id of this process
   */
  static Optional<Integer> count(SystemFiles files, long self) {
    List<Long> processes = files.processes();
    if (processes.isEmpty()) {
      return Optional.empty();
    }
    long others = processes.stream()
        .filter(id -> files.text("proc/" + id + "/comm").map(String::strip).filter("java"::equals).isPresent())
        .filter(id -> !comesFrom(files, id, self) && !comesFrom(files, self, id))
        .count();
    return Optional.of((int) others);
  }

  private static boolean comesFrom(SystemFiles files, long process, long ancestor) {
    long id = process;
    for (int depth = 0; depth < DEEPEST && id > 1; depth++) {
      if (id == ancestor) {
        return true;
      }
      id = files.text("proc/" + id + "/stat").flatMap(ProcessStat::parse).map(ProcessStat::parent).orElse(0L);
    }
    return false;
  }
}
