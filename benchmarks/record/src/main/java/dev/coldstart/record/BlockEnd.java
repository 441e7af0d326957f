package dev.coldstart.record;

/**
 * One line of {@code blocks.jsonl}: a block that was run to its end.
 *
 * @param fixture the fixture's id
 * @param block number of the fixture's block, from 0
 * @param warmup whether it is a warm-up, which is never counted
 * @param again why it does not count and another was run in its place, by a rule that does not look at times; null when
 * it stands
 * @param wallNs from the end of the block before, or the run's beginning, to the end of this one
 * @param childrenNs the part of it in which a child lived
 * @param guards what the machine did meanwhile
 */
public record BlockEnd(@Required String fixture, int block, boolean warmup, String again, long wallNs, long childrenNs,
    Guards guards) {}
