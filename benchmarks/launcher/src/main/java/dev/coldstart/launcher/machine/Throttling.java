package dev.coldstart.launcher.machine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** For how long the container's quota has kept this process from running; the sum over processors. */
final class Throttling {

  private static final String CGROUPS = "sys/fs/cgroup/";
  private static final String FILE = "/cpu.stat";

  private Throttling() {}

  /** In ns; empty where there is no quota to be seen. */
  static OptionalLong ns(SystemFiles files) {
    return places(files.text("proc/self/cgroup").orElse("")).map(files::text)
        .flatMap(Optional::stream)
        .map(Throttling::parse)
        .filter(OptionalLong::isPresent)
        .findFirst()
        .orElse(OptionalLong.empty());
  }

  /**
   * Where the figure may stand: in the process' own group, or, as inside a container, in the root of what can be seen.
   * Version 2 has one tree, version 1 one for each controller.
   */
  private static Stream<String> places(String cgroup) {
    List<String> own = cgroup.lines()
        .map(line -> line.split(":", 3))
        .filter(parts -> parts.length == 3)
        .filter(parts -> parts[1].isEmpty() || List.of(parts[1].split(",")).contains("cpu"))
        .map(parts -> CGROUPS + (parts[1] + parts[2] + FILE).replaceFirst("^/+", "").replaceAll("//+", "/"))
        .toList();
    return Stream.concat(own.stream(), Stream.of(CGROUPS + "cpu.stat", CGROUPS + "cpu/cpu.stat"));
  }

  /** Version 2 counts in us, version 1 in ns. */
  static OptionalLong parse(String stat) {
    for (String line : stat.lines().toList()) {
      if (line.matches("throttled_usec [0-9]{1,15}")) {
        return OptionalLong.of(TimeUnit.MICROSECONDS.toNanos(number(line)));
      }
      if (line.matches("throttled_time [0-9]{1,18}")) {
        return OptionalLong.of(number(line));
      }
    }
    return OptionalLong.empty();
  }

  private static long number(String line) {
    return Long.parseLong(line.substring(line.indexOf(' ') + 1));
  }
}
