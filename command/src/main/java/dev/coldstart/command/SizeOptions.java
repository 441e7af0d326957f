package dev.coldstart.command;

import dev.coldstart.launcher.plan.SparseArms;
import dev.coldstart.launcher.run.Preset;
import dev.coldstart.launcher.run.RunRequest;
import dev.coldstart.launcher.scenario.ScenarioPlan;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Shard;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Option;

/** How much a run measures. */
final class SizeOptions {

  static final String BUDGET = "--budget";
  static final String SHARD = "--shard";

  @Option(names = "--preset", defaultValue = "default", paramLabel = "<name>",
      description = "smoke, minute, quick, default, nightly or tail (for a 99th percentile), from a minute to some hours: see --dry-run [${DEFAULT-VALUE}]")
  private String preset;

  @Option(names = "--blocks", paramLabel = "<n>",
      description = "measured blocks for each fixture, not counting the warm-up [the preset's]")
  private Integer blocks;

  @Option(names = BUDGET, converter = Converters.DurationConverter.class, paramLabel = "<time>",
      description = "how long the launches may take, such as 90s or 10m [the preset's]")
  private Duration budget;

  @Option(names = "--target-ci", converter = Converters.PercentConverter.class, paramLabel = "<p>",
      description = "stop early once every ratio, except slow arms', is known to within this, such as 2%%")
  private Double targetCi;

  @Option(names = "--every-block",
      description = "launch arms that were slow in the warm-up in every block, too [in runs of 22 blocks or more, only in every 3rd]")
  private boolean everyBlock;

  @Option(names = "--caches", defaultValue = "1", paramLabel = "<n>",
      description = "AppCDS or AOT caches for each arm; each block uses a random one [${DEFAULT-VALUE}]")
  private int caches;

  @Option(names = "--scenario", split = ",", completionCandidates = ScenarioIds.class, hideParamSyntax = true,
      paramLabel = "<ids>",
      description = "also measure ${COMPLETION-CANDIDATES}; 'coldstart list' says what each asks [none; nightly: all]")
  private List<String> scenarios;

  @Option(names = "--scenario-blocks", defaultValue = "" + ScenarioPlan.BLOCKS, paramLabel = "<n>",
      description = "blocks of each scenario for each fixture [${DEFAULT-VALUE}]")
  private int scenarioBlocks;

  @Option(names = SHARD, converter = Converters.ShardConverter.class, paramLabel = "<i/n>",
      description = "only shard i of n of the plan, one for each machine, all with the same --seed; shard 1 also runs scenarios and JMH; 'coldstart merge' merges the shards")
  private Shard shard;

  /** Null unless it was given. */
  Shard shard() {
    return shard;
  }

  /** Null unless it was given. */
  Duration budget() {
    return budget;
  }

  RunRequest.Size size() {
    Preset chosen = Preset.of(preset);
    List<Manifest.Scenario> beside = ScenarioPlan.of(scenarios == null ? chosen.scenarios() : scenarios, scenarioBlocks,
        Runtime.getRuntime().availableProcessors());
    int counted = blocks == null ? chosen.blocks() : blocks;
    return new RunRequest.Size(chosen, counted, targetCi, beside, budget == null ? chosen.budget() : budget,
        everyBlock ? null : SparseArms.rule(chosen.warmupBlocks(), counted), caches, shard);
  }

  /** The ids that help and completion show. */
  private static final class ScenarioIds implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ScenarioPlan.ALL.iterator();
    }
  }
}
