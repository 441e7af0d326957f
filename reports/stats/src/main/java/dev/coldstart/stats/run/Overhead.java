package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.stats.estimate.Estimate;
import java.util.Map;

/**
 * What an arm needs more than the baseline of its fixture, profile and JDK: medians of the differences in the blocks in
 * which both count. Medians need not add up. Less is negative; NaN where one of the two does not tell.
 *
 * @param blocks in which both count
 * @param firstResponseMs with its interval
 * @param phasesMs by name, in order; a phase that the arm fuses is absent, and what the baseline spends in it counts in
 * the phase that holds it. A phase that the baseline fuses and the arm does not counts whole
 * @param classes loaded
 * @param classesNotArchived loaded, and from no archive
 * @param counters the arm's own
 */
public record Overhead(Arm arm, Arm baseline, int blocks, Estimate firstResponseMs, Map<String, Double> phasesMs,
    double classes, double classesNotArchived, Counters counters) {}
