package dev.coldstart.stats;

import java.util.List;

/**
 * What is said of a run.
 *
 * @param margin the declared margin of the verdicts, as a part of 1: 0.02 is 2 %
 * @param arms by fixture in the manifest's order, then by median first response; those that did not run last
 * @param warnings what a reader of the numbers must know
 */
public record Summary(double margin, List<ArmSummary> arms, List<String> warnings) {}
