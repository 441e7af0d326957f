package dev.coldstart.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * Scenarios of the synthetic runs, with known true values. Blocks drift by about 20 %, and values within a block
 * scatter a little, lognormally. In each scenario of each fixture one launch of Wasmtime is not valid. The same call
 * always gives the same launches.
 */
public final class SampleScenarios {

  public static final int BLOCKS = 5;
  public static final int CALLS = 500;

  /** The starts on a machine with two processors. */
  public static final List<Integer> STARTS = List.of(1, 2, 4);

  private static final int[] INSTANCES = {1, 2, 4, 8, 16, 32};
  private static final double SCATTER = 0.03;
  private static final int CRASHED_BLOCK = 3;

  /**
   * An arm's true values, without noise and drift. Chicory answers first, but Wasmtime is faster after that: it has
   * caught up after {@code (130 - 100) ms / (210 - 30) us}, or about 170 calls. Plain Java leads from the start.
   *
   * @param firstResponseNs time of a launch that starts alone
   * @param secondCallNs time by which early calls exceed {@code steadyNs}; it halves every 10 calls
   * @param steadyNs time of a call in the end
   * @param jvmBytes resident set without an instance
   * @param instanceBytes memory that each instance adds
   */
  public record Truth(long firstResponseNs, long secondCallNs, long steadyNs, long jvmBytes, long instanceBytes) {}

  private static final Map<String, Truth> TRUTHS =
      Map.of("plain-java", new Truth(60_000_000, 90_000, 2_000, 40L << 20, 10L << 10), "chicory",
          new Truth(100_000_000, 400_000, 210_000, 60L << 20, 2L << 20), "wasmtime",
          new Truth(130_000_000, 20_000, 30_000, 70L << 20, 1L << 20));

  private SampleScenarios() {}

  /** The standard run with all three scenarios. */
  public static SampleRun run() {
    SampleRun run = SampleRuns.standard();
    return run.withManifest(m -> planned(m, null)).withScenarios(of(run.manifest()));
  }

  /**
   * A manifest with all three scenarios in its plan.
   *
   * @param leftOut reasons by configuration; null if none is omitted
   */
  public static Manifest planned(Manifest m, Map<String, String> leftOut) {
    Manifest.Plan p = m.plan();
    Manifest.Plan plan = new Manifest.Plan(p.preset(), p.seed(), p.warmupBlocks(), p.blocks(), p.targetCi(),
        p.budgetMs(), p.timeoutMs(), p.mostAgain(), p.limits(), plan(leftOut), p.sparse(), p.caches(),
        p.memoryLimitBytes(), p.pageCache(), p.shard());
    return Records.with(m, "plan", plan);
  }

  /** The true values of an arm that runs. */
  public static Truth truth(Arm arm) {
    return TRUTHS.get(arm.runtime());
  }

  /** All three scenarios, for each arm that ran and is not a control. */
  public static Scenarios of(Manifest manifest) {
    Random random = new Random(42);
    List<WarmLaunch> coldToWarm = new ArrayList<>();
    List<MemoryLaunch> memory = new ArrayList<>();
    List<BurstLaunch> burst = new ArrayList<>();
    for (Manifest.FixtureFacts fixture : manifest.fixtures()) {
      for (int block = 0; block < BLOCKS; block++) {
        List<Arm> arms = new ArrayList<>(arms(manifest, fixture.id()));
        Collections.shuffle(arms, random);
        double drift = Math.exp(0.2 * random.nextGaussian());
        for (int position = 0; position < arms.size(); position++) {
          coldToWarm.add(warm(arms.get(position), block, position, drift, random));
          memory.add(memory(arms.get(position), block, position, random));
          burst.addAll(bursts(arms.get(position), block, drift, random));
        }
      }
    }
    return lines(coldToWarm, memory, burst);
  }

  /** Scenarios from lists that each hold the lines of one scenario, or none. */
  @SafeVarargs
  public static Scenarios lines(List<? extends LaunchLine>... each) {
    Map<String, List<LaunchLine>> lines = new LinkedHashMap<>();
    for (List<? extends LaunchLine> launches : each) {
      Scenarios.KINDS.stream()
          .filter(kind -> !launches.isEmpty() && kind.line().isInstance(launches.get(0)))
          .forEach(kind -> lines.put(kind.id(), List.copyOf(launches)));
    }
    return new Scenarios(lines);
  }

  /** The plan of these scenarios. */
  public static List<Manifest.Scenario> plan(Map<String, String> leftOut) {
    return List.of(new Manifest.Scenario(Scenarios.COLD_TO_WARM, BLOCKS, CALLS, 3_000, null, null, leftOut),
        new Manifest.Scenario(Scenarios.MEMORY, BLOCKS, null, null, 32, null, leftOut),
        new Manifest.Scenario(Scenarios.BURST, BLOCKS, null, null, null, 4, leftOut));
  }

  private static List<Arm> arms(Manifest manifest, String fixture) {
    return manifest.arms().stream().filter(a -> a.ran() && !a.isControl() && a.fixture().equals(fixture)).toList();
  }

  private static boolean isCrashed(Arm arm, int block) {
    return arm.runtime().equals("wasmtime") && arm.profile().equals("default") && block == CRASHED_BLOCK;
  }

  private static WarmLaunch warm(Arm arm, int block, int position, double drift, Random random) {
    if (isCrashed(arm, block)) {
      return new WarmLaunch(block, position, arm.arm(), arm.fixture(), false,
          "call 7 answered something else than call 1", null, null);
    }
    Truth truth = truth(arm);
    long[] callNs = LongStream.range(0, CALLS - 1)
        .map(i -> ns(truth.steadyNs() + truth.secondCallNs() * Math.pow(0.5, i / 10.0), drift, random))
        .toArray();
    long firstResponseNs = ns(truth.firstResponseNs(), drift, random);
    return new WarmLaunch(block, position, arm.arm(), arm.fixture(), true, null, firstResponseNs, callNs);
  }

  private static MemoryLaunch memory(Arm arm, int block, int position, Random random) {
    if (isCrashed(arm, block)) {
      return new MemoryLaunch(block, position, arm.arm(), arm.fixture(), false, "exit code 134", null, null, null);
    }
    Truth truth = truth(arm);
    long[] rssBytes = new long[INSTANCES.length];
    for (int i = 0; i < rssBytes.length; i++) {
      rssBytes[i] = truth.jvmBytes() + INSTANCES[i] * truth.instanceBytes() + random.nextInt(200 << 10);
    }
    long peak = rssBytes[rssBytes.length - 1] + (5L << 20);
    return new MemoryLaunch(block, position, arm.arm(), arm.fixture(), true, null, INSTANCES.clone(), rssBytes, peak);
  }

  /** Two run at the same time. The third and the fourth wait for them. */
  private static List<BurstLaunch> bursts(Arm arm, int block, double drift, Random random) {
    List<BurstLaunch> launches = new ArrayList<>();
    for (int starts : STARTS) {
      for (int index = 0; index < starts; index++) {
        if (isCrashed(arm, block) && starts == 2 && index == 1) {
          launches
              .add(new BurstLaunch(block, arm.arm(), arm.fixture(), starts, index, false, "exit code 134", null, null));
        } else {
          long lateNs = ns(200_000 * (1 + index), 1, random);
          long responseNs = lateNs + ns(truth(arm).firstResponseNs() * Math.max(1, starts / 2.0), drift, random);
          launches.add(new BurstLaunch(block, arm.arm(), arm.fixture(), starts, index, true, null, lateNs, responseNs));
        }
      }
    }
    return launches;
  }

  private static long ns(double ns, double drift, Random random) {
    return Math.round(ns * drift * Math.exp(SCATTER * random.nextGaussian()));
  }
}
