package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.stats.estimate.Estimate;

/**
 * What a choice within one runtime is worth: an arm against another of the same runtime, fixture and JDK, which differs
 * from it in its configuration or in its profile.
 *
 * @param ratio arm / other in the blocks in which both count, with its interval, which is not adjusted for how many
 * levers the run has
 * @param blocks how many those are
 */
public record LeverEffect(Arm arm, Arm other, Estimate ratio, int blocks) {}
