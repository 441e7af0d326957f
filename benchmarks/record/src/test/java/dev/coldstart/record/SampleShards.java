package dev.coldstart.record;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Runs divided into the runs of shards, as several machines would have made them. */
public final class SampleShards {

  private SampleShards() {}

  /** The host of the only machine. */
  public static final IntFunction<String> ONE_HOST = shard -> "0123456789abcdef";

  /** Each shard on a machine of its own. */
  public static final IntFunction<String> OWN_HOSTS = shard -> "host" + shard;

  /** The first shard also has the scenarios and JMH's results. */
  public static List<SampleRun> of(SampleRun run, int shards, IntFunction<String> hosts) {
    return IntStream.rangeClosed(1, shards).mapToObj(index -> {
      Shard shard = new Shard(index, shards);
      SampleRun part = run.onlyLaunches(launch -> shard.has(launch.block()))
          .withBlocks(run.blocks().stream().filter(block -> shard.has(block.block())).toList())
          .withManifest(m -> Records.with(m, "plan", m.plan().of(shard), "runId", m.runId() + "-" + index, "machine",
              Records.with(m.machine(), "host", hosts.apply(index))));
      return index == 1
          ? part
          : part.withoutJmh().withScenarios(Scenarios.NONE).withManifest(m -> Records.with(m, "jmh", null));
    }).toList();
  }

  /** Writes each shard's run into a folder of its own, like the artifacts of a CI job. */
  public static Path write(List<SampleRun> shards, Path out) {
    for (SampleRun shard : shards) {
      shard.writeTo(out.resolve("part " + shard.manifest().runId()));
    }
    return out;
  }

  /** Changes one shard of several. */
  public static List<SampleRun> with(List<SampleRun> shards, int index, UnaryOperator<SampleRun> change) {
    return IntStream.range(0, shards.size())
        .mapToObj(i -> i == index - 1 ? change.apply(shards.get(i)) : shards.get(i))
        .toList();
  }
}
