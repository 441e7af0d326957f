package dev.coldstart.record;

/**
 * One line of {@code blocks.jsonl}: a block that was completed.
 *
 * @param fixture the fixture's id
 * @param block number of the fixture's block, from 0
 * @param warmup whether it is a warm-up, which is never counted
 * @param again why it does not count and was retried, by a rule that does not look at times; null if it counts
 * @param wallNs time from the end of the previous block, or the run's beginning, to the end of this one
 * @param childrenNs the part of that time in which a child was running
 * @param guards state of the machine during the block; null if not observed
 */
public record BlockEnd(@Required String fixture, int block, boolean warmup, String again, long wallNs, long childrenNs,
    Guards guards) {}
