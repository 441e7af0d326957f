package dev.coldstart.record;

import java.time.Instant;
import java.util.List;

/**
 * Synthetic runs for tests. Their numbers are realistic but invented, and say nothing about any runtime. The same call
 * always gives the same run.
 */
public final class SampleRuns {

  public static final String ID = "synthetic";
  public static final String BASELINE = "plain-java.twin/default/jdk25";

  private static final Instant STARTED = Instant.parse("2026-01-02T03:04:05Z");

  private SampleRuns() {}

  /**
   * Two fixtures, three runtimes, two profiles, and 30 blocks after one warm-up block. Includes fused phases, an arm
   * prepared ahead of time, an arm that did not run, two invalid launches, and JMH's files.
   */
  public static SampleRun standard() {
    return blocks(30);
  }

  /** The same with another number of counted blocks. With 0 there is only the warm-up block. */
  public static SampleRun blocks(int blocks) {
    Manifest manifest = manifest(blocks);
    return new SampleRun(manifest, SampleLaunches.of(manifest, blocks), SampleJmh.files());
  }

  /**
   * The standard run with controls and with the block ends of {@link SampleBlocks}. In each fixture the block with
   * invalid launches was retried, and in the first fixture also a block during which the machine was disturbed.
   */
  public static SampleRun controlled() {
    return controlled(30);
  }

  /** The same with another number of counted blocks, at least 12. */
  public static SampleRun controlled(int blocks) {
    Manifest manifest = manifest(blocks, SampleArms.controlled());
    List<Launch> launches = SampleLaunches.of(manifest, fixture -> blocks + SampleBlocks.again(fixture));
    return new SampleRun(manifest, launches, SampleBlocks.of(manifest, launches), SampleJmh.files());
  }

  /** A run that was killed: without an end and without a rule that stopped it. */
  public static SampleRun killed() {
    return blocks(4)
        .withManifest(m -> Records.with(m, "endedAt", null, "stoppedBy", null, "resumedAt", null, "spawns", null))
        .withoutJmh();
  }

  /** Ids and labels that try to break out of their context: markup, a formula, separators, a path. */
  public static SampleRun hostile() {
    String evil = "=cmd|'/c'!A1,\"</script><img src=x onerror=alert(1)>/../../etc;\u00e9";
    SampleRun run = blocks(6);
    return run.withArms(arm -> arm.arm().equals(BASELINE) ? arm : SampleArms.renamed(arm, evil + arm.arm(), evil))
        .withLaunches(l -> l.arm().equals(BASELINE) ? l : SampleLaunches.renamed(l, evil + l.arm()));
  }

  public static Manifest manifest(int blocks) {
    return manifest(blocks, SampleArms.all());
  }

  private static Manifest manifest(int blocks, List<Arm> arms) {
    return new Manifest(Manifest.SCHEMA, ID, STARTED, STARTED.plusSeconds(61), "blocks",
        List.of("run", "--preset", "default"), "0.1.0-SNAPSHOT", "0123456789abcdef0123456789abcdef01234567", true, null,
        new Manifest.Plan("default", 42, 1, blocks, null, null, 30_000, 6, new Manifest.Limits(0.05, 0.05), null, null,
            null, null, null, null),
        new Manifest.Machine("Linux", "6.1.0", "amd64", "Synthetic CPU", 2, 8L << 30, null, null),
        List.of(new Manifest.Jdk("jdk25", "25.0.3+9", "Synthetic")),
        List.of(
            new Manifest.FixtureFacts("noop", "Noop", "the harness itself", 1_234, "00".repeat(32), "00-get", 31L,
                null),
            new Manifest.FixtureFacts("hello", "Hello", "a small handler", 56_789, "11".repeat(32), "00-get", 52L,
                null)),
        arms, List.of(), null, null, null, null, null, null, null);
  }
}
