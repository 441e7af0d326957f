package dev.coldstart.stats;

import dev.coldstart.results.Arm;
import java.util.Map;

/**
 * What is said of one arm and one fixture.
 *
 * @param n launches that count
 * @param invalid launches that do not, by a rule that does not look at times
 * @param firstResponseMs median with its interval
 * @param ratio to the baseline of the same fixture, profile and JDK; 1 without an interval for the baseline itself; NaN
 *     where there is none
 * @param verdict null for the baseline and for an arm without launches that count
 * @param phasesMs median of each phase by name, in order; a phase that is fused is absent
 * @param cpuMs median; NaN where the platform does not tell, as in those below
 * @param peakRssBytes median
 * @param classesLoaded median
 * @param classesFromArchive median
 */
public record ArmSummary(
    Arm arm,
    int n,
    int invalid,
    Estimate firstResponseMs,
    Estimate ratio,
    Verdict verdict,
    Map<String, Double> phasesMs,
    double cpuMs,
    double peakRssBytes,
    double classesLoaded,
    double classesFromArchive) {}
