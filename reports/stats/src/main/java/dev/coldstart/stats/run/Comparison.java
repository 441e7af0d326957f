package dev.coldstart.stats.run;

import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Verdict;

/**
 * An arm against its baseline: the one of the same fixture, profile and JDK. A control is compared with what it
 * repeats.
 *
 * @param ratio to the baseline; 1 without an interval for the baseline itself; NaN where there is none
 * @param margin that the verdict was taken against, as a part of 1: the declared one, or the noise floor of the A/A arm
 * of its fixture, profile and JDK where that is larger; NaN where nothing was judged
 * @param p of the difference from the margin, two-sided, adjusted after Holm for all arms that the run compares; NaN
 * without an interval
 * @param shiftMs Hodges-Lehmann estimate of how much longer the arm takes, in ms, over pairs of one block; NaN where
 * there is none
 * @param a12 Vargha-Delaney: the chance that a launch of the arm takes longer than one of the baseline; NaN likewise
 * @param verdict null for the baseline, for a control and for an arm without launches that count
 * @param moreBlocks about how many blocks more a verdict would take; null unless it is unsure, and where it cannot be
 * told
 */
public record Comparison(Estimate ratio, double margin, double p, double shiftMs, double a12, Verdict verdict,
    Integer moreBlocks) {}
