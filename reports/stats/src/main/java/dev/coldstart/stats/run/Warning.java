package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Launch;
import java.util.List;

/** What a reader must know of how a run went before believing its numbers. */
public sealed interface Warning {

  /** In the words of the run's own files. */
  record Noted(String text) implements Warning {}

  /** The run was killed, or is still going. */
  record NoEnd() implements Warning {}

  /** Before its last block. */
  record Ended(String stoppedBy) implements Warning {}

  record InvalidLaunches(int launches, Launch first) implements Warning {}

  record RetriedBlocks(int blocks, String firstReason) implements Warning {}

  /** @param part of the blocks' time in which no child lived */
  record Outside(double part, double limit) implements Warning {}

  /** @param most a part of 1, reached in one of the blocks beyond the limit */
  record BeyondLimit(Monitor monitor, int blocks, int of, double limit, double most) implements Warning {}

  record OtherJvms(int blocks, int of, int most) implements Warning {}

  record GovernorChanged(List<String> governors) implements Warning {}

  /** So it has no ratio. */
  record NoBaseline(Arm arm) implements Warning {}

  /** Parts of the processors' time, or of the time. */
  enum Monitor {
    OTHERS,
    IO_PRESSURE,
    MEMORY_PRESSURE,
    STEAL,
    THROTTLED
  }
}
