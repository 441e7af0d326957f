package dev.coldstart.stats.compare;

import dev.coldstart.record.Arm;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Verdict;

/**
 * One arm and fixture in two runs.
 *
 * @param before its ratio to the baseline in the first run
 * @param after the same in the second
 * @param change the second ratio as so many times the first, by resampling the blocks of either run on their own; NaN
 * where the two have different baselines
 * @param margin that the verdict was taken against: the declared one, or the larger of the runs' noise floors
 * @param verdict of the second run against the first: {@link Verdict#FASTER} where its ratio is less
 */
public record ArmChange(Arm arm, Estimate before, Estimate after, Estimate change, double margin, Verdict verdict) {}
