package dev.coldstart.validation.faults;

import dev.coldstart.launcher.run.Preset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The runs in which faults are made, as small as possible. */
enum SmallRun {
  /** Only launches. */
  LAUNCHES(List.of("--preset", Preset.ROUND.id(), "--blocks", "2")),
  /** JMH's forks after the launches. */
  JMH(List.of("--preset", Preset.SMOKE.id(), "--blocks", "2")),
  /** Each arm starts from a cache, which is made first. */
  CACHES(List.of("--preset", Preset.ROUND.id(), "--blocks", "2", "--profile", "appcds"));

  /** Timeout of a launch that no fault should delay. */
  static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final List<String> size;

  SmallRun(List<String> size) {
    this.size = size;
  }

  String words() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** @param subject the fixture and the arms, as options */
  List<String> arguments(List<String> subject, long seed, Duration timeout, Path out) {
    List<String> arguments = new ArrayList<>(List.of("run"));
    arguments.addAll(size);
    arguments.addAll(subject);
    arguments.addAll(List.of("--seed", String.valueOf(seed), "--budget", "10m", "--timeout", timeout.toSeconds() + "s",
        "--out", out.toString()));
    return arguments;
  }
}
