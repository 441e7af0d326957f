package dev.coldstart.launcher.run;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.jmh.JmhSize;
import dev.coldstart.launcher.scenario.ScenarioPlan;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How much a run measures. Budgets bound it: on a slow machine, or in a slow hour, a run ends before its counts. */
public enum Preset {
  /** Does it work at all: one block without a warm-up, and the first touch of one fixture. */
  SMOKE(0, 1, Duration.ofSeconds(40), JmhSize.SMOKE),
  /** An indication. */
  QUICK(1, 10, Duration.ofSeconds(112), JmhSize.QUICK),
  /** As many as a fast machine makes in ten minutes, with arms far from all others in every third block. */
  DEFAULT(2, 45, Duration.ofSeconds(630), JmhSize.DEFAULT),
  /** As many as let the interval of a difference of 5 % exclude 1 in nine of ten comparisons, beside a load too. */
  NIGHTLY(2, 100, Duration.ofMinutes(60), JmhSize.NIGHTLY),
  /** Enough launches for a p99. */
  TAIL(2, 300, Duration.ofHours(4), JmhSize.DEFAULT),
  /** What a tuning ends with: launches alone. */
  TUNE(1, 30, Duration.ofMinutes(30), JmhSize.NONE),
  /** What a tuning chooses by. Without a warm-up: whatever is launched was launched just before, or made. */
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
   * The preset of that id.
   *
   * @throws UserError when there is none
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

  /** Blocks of each fixture that are run first and never counted. */
  public int warmupBlocks() {
    return warmupBlocks;
  }

  /** Counted blocks of each fixture. */
  public int blocks() {
    return blocks;
  }

  /** How long the launches may take before the run stops at the end of a block. */
  public Duration budget() {
    return budget;
  }

  /** Ids of the scenarios that it has unless others are asked for. */
  public List<String> scenarios() {
    return this == NIGHTLY ? ScenarioPlan.ALL : List.of();
  }

  public JmhSize jmh() {
    return jmh;
  }
}
