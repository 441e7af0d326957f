package dev.coldstart.validation.estimate;

/**
 * What was found with n blocks a comparison.
 *
 * @param blocks n
 * @param comparisons how many groups of n there were
 * @param falsePositives A/A comparisons whose interval excludes 1
 * @param found comparisons of the longer arm whose interval excludes 1
 * @param foundSlower those of them whose whole interval lies beyond the margin
 * @param saidSlower those that a run would call slower: beyond the margin, and beyond the run's own noise floor, which
 * is the further end of its A/A interval
 * @param covered intervals of the later arm's delay that hold what was added
 * @param reach median over the A/A comparisons of how far the interval reaches to either side, as a part of the ratio
 * @param detectable smallest true difference found in 90 % of comparisons, see {@link DetectableEffect}
 * @param detectableSlower smallest true difference for which 90 % of intervals lie wholly beyond the margin
 * @param unpairedFalsePositives the same launches as if they had been drawn without blocks, see
 * {@link Validation#unpaired}
 * @param unpairedFound likewise
 * @param unpairedReach likewise
 */
public record ValidationAt(int blocks, int comparisons, Proportion falsePositives, Proportion found,
    Proportion foundSlower, Proportion saidSlower, Proportion covered, double reach, double detectable,
    double detectableSlower, Proportion unpairedFalsePositives, Proportion unpairedFound, double unpairedReach) {}
