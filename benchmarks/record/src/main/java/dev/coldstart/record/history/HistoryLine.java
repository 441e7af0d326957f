package dev.coldstart.record.history;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Required;
import dev.coldstart.record.text.SafeText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A line of {@code history.jsonl}: one arm of one run, see HISTORY.md in this folder.
 *
 * @param run the run's id
 * @param baseline the id of the arm that the ratio refers to; null if there is none, also for a baseline
 * @param notRun why the arm did not run; null if it ran
 * @param ratio to the baseline; null if there is none, for example for a baseline
 * @param ratioLow lower end of its 95 % interval; null without an interval
 * @param ratioHigh upper end; null without an interval
 * @param blocks behind the ratio; 0 if there is no ratio
 * @param p of the difference from the margin, after Holm's correction; null without an interval
 * @param verdict in a word; null if there is none
 * @param afterBootRatio the same ratio of the times from the main class's first instruction to the first response
 * @param caches number of caches that the arm's launches started from; null if they started from none
 * @param status of the run, in a word
 * @param trusted whether the run may be trusted; otherwise it is left out of trends
 * @param doubts why the run is not sound, in words; empty if it is
 * @param noise ratio of the run's A/A arms to what they repeat, together; null if there are none
 * @param engine the engine's name and version; null if unknown
 * @param jdkVersion the full version; null if unknown
 * @param wasmSha256 of the fixture's module; null if unknown
 * @param pageCache {@code cold} if each launch read its files from the disk; null otherwise
 * @param shardsStartedAt when each shard of a merged run began; null if the run was not merged
 */
public record HistoryLine(int schema, @Required String run, @Required Instant startedAt, @Required String arm,
    @Required String fixture, @Required String runtime, @Required String runtimeLabel, @Required String configuration,
    @Required String label, @Required String profile, @Required String jdk, String baseline, String notRun,
    Double ratio, Double ratioLow, Double ratioHigh, int blocks, Double p, String verdict, Double afterBootRatio,
    Double afterBootRatioLow, Double afterBootRatioHigh, Integer caches, @Required String status, boolean trusted,
    @Required List<String> doubts, Double noise, Double noiseLow, Double noiseHigh, String coldstart, String commit,
    Boolean clean, String engine, String jdkVersion, String jdkVendor, String wasmSha256, String preset,
    String pageCache, List<Instant> shardsStartedAt, @Required Manifest.Machine machine) implements ArmKey.Of {

  public static final int SCHEMA = 1;

  /**
   * An arm's measurements, by the instant at which they began. The run's id does not tell them apart: two machines may
   * begin runs in the same second, which then have the same id, and shards that are merged twice make two runs.
   */
  public record Key(Instant startedAt, ArmKey arm) {}

  /** The measurements in this line: one key, or one for each shard. */
  public List<Key> measured() {
    return (shardsStartedAt == null ? List.of(startedAt) : shardsStartedAt).stream()
        .map(start -> new Key(start, key()))
        .toList();
  }

  public boolean hasInterval() {
    return ratio != null && ratioLow != null && ratioHigh != null;
  }

  /** Why the numbers cannot be right; null if they can. */
  public String problem() {
    if (Stream.of(ratio, ratioLow, ratioHigh).anyMatch(one -> one != null && !(one > 0 && one < Double.MAX_VALUE))) {
      return "ratio=" + ratio + ", ratioLow=" + ratioLow + ", ratioHigh=" + ratioHigh + ", but a ratio is positive";
    }
    if (hasInterval() && (ratioLow > ratioHigh || blocks < 1)) {
      return "ratioLow=" + ratioLow + ", ratioHigh=" + ratioHigh + ", blocks=" + blocks + " contradict each other";
    }
    return null;
  }

  /** The arm as far as the line knows it, to name it. */
  public Arm named() {
    return new Arm(arm, runtime, SafeText.brief(runtimeLabel), configuration, SafeText.brief(label), profile, jdk,
        fixture, baseline == null, null, Map.of(), engine, List.of(), null, notRun, null);
  }
}
