package dev.coldstart.launcher.run;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.jmh.JmhSize;
import dev.coldstart.launcher.scenario.ScenarioPlan;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How much a run measures. The budget limits it: on a slow or busy machine a run may end before it has all its blocks.
 */
public enum Preset {
  /** Checks that everything works: one block without a warm-up, and the first touch for one fixture. */
  SMOKE(0, 1, Duration.ofSeconds(40), JmhSize.SMOKE),
  /** Launches of one or two fixtures in about a minute. */
  MINUTE(1, 40, Duration.ofSeconds(50), JmhSize.NONE),
  /** Gives a first indication. */
  QUICK(1, 10, Duration.ofSeconds(112), JmhSize.QUICK),
  /** As many blocks as a fast machine makes in ten minutes, with sparse arms in every third block only. */
  DEFAULT(2, 45, Duration.ofSeconds(630), JmhSize.DEFAULT),
  /**
   * Enough blocks that, for a difference of 5 %, the interval excludes 1 in nine of ten comparisons, even on a loaded
   * machine.
   */
  NIGHTLY(2, 100, Duration.ofMinutes(60), JmhSize.NIGHTLY),
  /** Enough launches for a p99. */
  TAIL(2, 300, Duration.ofHours(4), JmhSize.DEFAULT),
  /** The final run of a tuning, without JMH. */
  TUNE(1, 30, Duration.ofMinutes(30), JmhSize.NONE),
  /** The rounds by which a tuning chooses. They need no warm-up, because everything was just launched or made. */
  ROUND(0, 3, Duration.ofMinutes(10), JmhSize.NONE);

  private final int warmupBlocks;
  private final int blocks;
  private final Duration budget;
  private final JmhSize jmh;

  Preset(int warmupBlocks, int blocks, Duration budget, JmhSize jmh) {
    this.warmupBlocks = warmupBlocks;
    this.blocks = blocks;
    this.budget = budget;
    this.jmh = jmh;
  }

  /**
   * The preset with that id.
   *
   * @throws UserError if there is none
   */
  public static Preset of(String id) {
    return Arrays.stream(values())
        .filter(preset -> preset.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new UserError("no preset is named \"" + id + "\"; choose one of "
            + Arrays.stream(values()).map(Preset::id).collect(Collectors.joining(", "))));
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The number of blocks of each fixture that run first and never count. */
  public int warmupBlocks() {
    return warmupBlocks;
  }

  /** The number of counted blocks of each fixture. */
  public int blocks() {
    return blocks;
  }

  /** The time limit for the launches. After it, the run stops before the next block. */
  public Duration budget() {
    return budget;
  }

  /** The ids of its scenarios, unless others are requested. */
  public List<String> scenarios() {
    return this == NIGHTLY ? ScenarioPlan.ALL : List.of();
  }

  public JmhSize jmh() {
    return jmh;
  }
}
