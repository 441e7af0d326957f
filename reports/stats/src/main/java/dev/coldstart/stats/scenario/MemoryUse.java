package dev.coldstart.stats.scenario;

import dev.coldstart.record.Arm;
import dev.coldstart.stats.estimate.Estimate;
import java.util.List;

/**
 * What an arm holds in memory, as the resident set of its process.
 *
 * @param n launches that count
 * @param peakBytes median of the largest resident set
 * @param firstBytes median with one live instance
 * @param instanceBytes median of what a live instance more takes: of each launch, the slope of the straight line
 * through its readings by least squares
 * @param instancesPerGib how many fit into 1 GiB; NaN where the slope is not told apart from 0
 * @param at median at each number of instances that every launch reached, in order
 */
public record MemoryUse(Arm arm, int n, Excluded setAside, Estimate peakBytes, Estimate firstBytes,
    Estimate instanceBytes, Estimate instancesPerGib, List<At> at) {

  public record At(int instances, Estimate rssBytes) {}

  /** Whether an instance takes memory for sure: without an interval, nothing is sure. */
  public boolean isInstanceSeen() {
    return instanceBytes.low() > 0;
  }
}
