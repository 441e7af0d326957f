package dev.coldstart.stats.run;

import dev.coldstart.stats.estimate.Estimate;

/**
 * One check that a run made of itself.
 *
 * @param kind {@code aa}, {@code busy} or {@code boot}
 * @param fixture the fixture's id
 * @param arm the arm's id
 * @param against the id of the arm that it is compared with
 * @param unit {@code ratio} or {@code ms}
 * @param expected what it would be without noise, in that unit
 * @param measured with its 95 % interval, in that unit
 * @param held null when there were too few blocks to judge it
 * @param text what was found, in words
 */
public record ControlResult(String kind, String fixture, String arm, String against, String unit, double expected,
    Estimate measured, Boolean held, String text) {}
