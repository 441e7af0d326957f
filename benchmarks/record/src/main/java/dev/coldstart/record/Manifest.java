package dev.coldstart.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.Objects;

/**
 * {@code manifest.json}: the plan of a run, its machine, and how it ended.
 *
 * @param schema version of the run folder's data contract, see SCHEMA.md
 * @param runId the folder's name
 * @param endedAt null while the run goes on, and if it was killed
 * @param stoppedBy the rule that ended it: {@code blocks}, {@code target-ci}, {@code budget}, {@code interrupted}, or
 * {@code parts} for a merged run that lacks shards; null while the run goes on, and if it was killed
 * @param commandLine the harness's own arguments
 * @param coldstart the harness's version
 * @param commit the commit that was built; null if unknown, for example outside a git checkout
 * @param clean false if the checkout had uncommitted changes when it was built or when the run began; null if the
 * commit is unknown
 * @param checkoutCommit the checkout's commit when the run began, if it was not {@code commit}; null if it was, or if
 * it is unknown
 * @param notes omissions and problems other than those of launches, in words
 * @param resumedAt times at which the run was resumed after an interruption; null if it never was
 * @param spawns cost of starting a trivial program on this machine, by launch mechanism; null if not measured
 * @param jmh planned and completed forks of JMH; null if none was planned, and in runs older than the field
 * @param fixturesFolder the folder of the user's own fixtures; null if the fixtures are the project's
 * @param configurations those of the arms; null in runs older than the field
 * @param engines the builds of an engine that were compared, as the user named them; or the configuration that ran the
 * builds of a fixture; null if none were compared
 * @param merged the shards and machines that a merged run was made from; null if the run was not merged
 */
public record Manifest(int schema, @Required String runId, @Required Instant startedAt, Instant endedAt,
    String stoppedBy, List<String> commandLine, String coldstart, String commit, Boolean clean, String checkoutCommit,
    @Required Plan plan, @Required Machine machine, @Required List<Jdk> jdks, @Required List<FixtureFacts> fixtures,
    @Required List<Arm> arms, @Required List<String> notes, List<Instant> resumedAt, List<Spawn> spawns, Jmh jmh,
    String fixturesFolder, List<ConfigurationFacts> configurations, String engines, Merged merged) {

  public static final int SCHEMA = 2;

  /** Runs of this version can still be read. */
  public static final int OLDEST_SCHEMA = 1;

  /** How many machines the run was measured on. */
  public int machines() {
    return merged == null ? 1 : merged.machines().size();
  }

  public Optional<Arm> arm(ArmKey key) {
    return arms.stream().filter(arm -> arm.key().equals(key)).findFirst();
  }

  /** Whether the arm does none of the work. */
  public boolean isIdle(Arm arm) {
    return configurations != null
        && configurations.stream().anyMatch(facts -> facts.idle() && facts.id().equals(arm.configuration()));
  }

  /** What a configuration does, in a few words. Empty if unknown, or if its label says it. */
  public Optional<String> about(String configuration) {
    return configurations == null
        ? Optional.empty()
        : configurations.stream()
            .filter(facts -> facts.id().equals(configuration) && facts.about() != null)
            .map(ConfigurationFacts::about)
            .findFirst();
  }

  /** A copy with what is known about the run by now. */
  public Manifest with(Plan plan, Instant endedAt, String stoppedBy, List<Arm> arms, List<String> notes,
      List<Instant> resumedAt, List<Spawn> spawns) {
    return new Manifest(schema, runId, startedAt, endedAt, stoppedBy, commandLine, coldstart, commit, clean,
        checkoutCommit, plan, machine, jdks, fixtures, arms, notes, resumedAt, spawns, jmh, fixturesFolder,
        configurations, engines, merged);
  }

  /** A copy with what is known about the fixtures by now. */
  public Manifest withFixtures(List<FixtureFacts> known) {
    return new Manifest(schema, runId, startedAt, endedAt, stoppedBy, commandLine, coldstart, commit, clean,
        checkoutCommit, plan, machine, jdks, known, arms, notes, resumedAt, spawns, jmh, fixturesFolder, configurations,
        engines, merged);
  }

  /** A copy for a part of the run that was measured on one machine. */
  Manifest on(Machine one) {
    return new Manifest(schema, runId, startedAt, endedAt, stoppedBy, commandLine, coldstart, commit, clean,
        checkoutCommit, plan, one, jdks, fixtures, arms, notes, resumedAt, spawns, jmh, fixturesFolder, configurations,
        engines, null);
  }

  /** A copy with the forks of JMH. */
  public Manifest with(Jmh jmh) {
    return new Manifest(schema, runId, startedAt, endedAt, stoppedBy, commandLine, coldstart, commit, clean,
        checkoutCommit, plan, machine, jdks, fixtures, arms, notes, resumedAt, spawns, jmh, fixturesFolder,
        configurations, engines, merged);
  }

  /**
   * @param preset the preset's id
   * @param seed seed of the permutations
   * @param warmupBlocks blocks of each fixture that come first and never count; null in runs older than the field
   * @param blocks counted blocks of each fixture, of all shards together, unless another rule ends the run earlier
   * @param targetCi the run ends when no ratio's interval extends further than this to either side, as a fraction of
   * the ratio; null if the run has no such rule
   * @param budgetMs time limit of all launches, in ms; null if there is none
   * @param timeoutMs time limit of one launch, in ms
   * @param mostAgain maximum number of retried blocks of each fixture; null in runs older than the field
   * @param limits limits above which a block is retried; null in runs older than the field
   * @param scenarios scenarios to run in addition to the headline; null if there are none
   * @param sparse which arms are launched only in some blocks; null if each arm is launched in every block
   * @param caches number of caches of an arm whose profile uses one, each made by its own training run; null for one
   * @param memoryLimitBytes the largest resident set of one launch; null in runs older than the field
   * @param pageCache {@code cold} if an arm's files are removed from the page cache before each launch; null if they
   * are left in it
   * @param shard the part of the plan that this run makes; null if it makes all of it, and in a merged run
   */
  public record Plan(@Required String preset, long seed, Integer warmupBlocks, int blocks, Double targetCi,
      Long budgetMs, long timeoutMs, Integer mostAgain, Limits limits, List<Scenario> scenarios, Sparse sparse,
      Integer caches, Long memoryLimitBytes, String pageCache, Shard shard) {

    public static final String COLD = "cold";

    /** A copy with another rule for the blocks in which slow arms are launched. */
    public Plan with(Sparse sparse) {
      return new Plan(preset, seed, warmupBlocks, blocks, targetCi, budgetMs, timeoutMs, mostAgain, limits, scenarios,
          sparse, caches, memoryLimitBytes, pageCache, shard);
    }

    /** A copy for another part of the plan, or without one if null. */
    public Plan of(Shard shard) {
      return new Plan(preset, seed, warmupBlocks, blocks, targetCi, budgetMs, timeoutMs, mostAgain, limits, scenarios,
          sparse, caches, memoryLimitBytes, pageCache, shard);
    }

    /** The part of the plan that this run makes. */
    public Shard part() {
      return shard == null ? Shard.WHOLE : shard;
    }

    /** Counted blocks of each fixture that this run makes. */
    public int ownBlocks() {
      return part().share(blocks);
    }

    /** Number of caches of an arm whose profile uses one. */
    public int cachesOfAnArm() {
      return caches == null ? 1 : caches;
    }

    /** Whether each launch reads its files from the disk. */
    public boolean isCold() {
      return COLD.equals(pageCache);
    }

    /** Whether the arm is launched only in some blocks. */
    public boolean isSparse(Arm arm) {
      return sparse != null && sparse.arms() != null && sparse.arms().contains(arm.launchKey());
    }
  }

  /**
   * Arms that are far from their baseline and from all other arms are launched only in some blocks: a ratio of 24 needs
   * no interval of 4 %.
   *
   * @param factor an arm is sparse only if its shortest warm-up launch took more than this many times the mean of its
   * baseline's and its A/A arm's
   * @param apart an arm is sparse only if that launch also took longer or shorter, by more than this factor, than that
   * of every other arm of its fixture
   * @param every sparse arms are launched in the first of every this many counted blocks of a fixture; at least 2
   * @param arms the sparse arms; null until all warm-up blocks have ended
   */
  public record Sparse(double factor, double apart, int every, List<ArmKey> arms) {

    public Sparse {
      if (every < 2) {
        throw new IllegalArgumentException("every=" + every + ", but a sparse arm is in every 2nd block at most");
      }
    }
  }

  /**
   * The plan of a scenario. A size that does not apply to it is null.
   *
   * @param id one of the ids in {@link Scenarios}
   * @param blocks number of blocks of each fixture; all of them count
   * @param calls maximum number of calls to one instance in a launch, including the first
   * @param callsMs time in ms after which a launch makes no further call
   * @param instances maximum number of instances in a launch; readings are taken at powers of two
   * @param starts maximum number of launches that start together; the number doubles from 1
   * @param leftOut why it does not launch some configurations, by their ids; null if it launches all
   */
  public record Scenario(@Required String id, int blocks, Integer calls, Integer callsMs, Integer instances,
      Integer starts, Map<String, String> leftOut) {}

  /**
   * Upper limits for the guards of a block, each as a fraction of 1.
   *
   * @param stealPart fraction of the processors' time that the hypervisor gave to others
   * @param throttledPart fraction of the block's time in which the container was throttled
   */
  public record Limits(double stealPart, double throttledPart) {}

  /**
   * Cost of starting a trivial program and reading its output.
   *
   * @param mechanism the JDK's name for this way to start a process
   * @param used whether the launches were started this way
   * @param medianNs median time from just before the spawn to the end of the output
   * @param n number of starts
   */
  public record Spawn(@Required String mechanism, boolean used, long medianNs, int n) {}

  /**
   * @param forks number of planned forks
   * @param results number of forks that gave a file under {@code jmh/}
   */
  public record Jmh(int forks, int results) {}

  /**
   * The machine; in a run that was merged from several, what they have in common. Null if the platform does not provide
   * a value, or if the machines differ in it.
   *
   * @param processors number of processors that the harness may use
   * @param host identifies this boot of the machine's kernel, without its name or address; null if unknown, and in runs
   * older than the field
   */
  public record Machine(String os, String kernel, String architecture, String processor, Integer processors,
      Long memoryBytes, String governor, String host) {

    /** The processor's name for display. */
    public String processorName() {
      return processor == null ? "unknown processor" : processor;
    }

    /** Whether both processors are known and equal. Two unknown processors may differ. */
    public boolean hasProcessorOf(Machine other) {
      return processor != null && processor.equals(other.processor);
    }

    /**
     * Whether both are known to be one machine with the same limits. Two machines of which either is unknown may be
     * different ones, also if everything else is the same.
     */
    public boolean isSame(Machine other) {
      return host != null && host.equals(other.host) && Objects.equals(architecture, other.architecture)
          && Objects.equals(processor, other.processor) && Objects.equals(processors, other.processors);
    }

    /** A copy with only what both have in common. */
    public Machine inCommon(Machine other) {
      return new Machine(same(os, other.os), same(kernel, other.kernel), same(architecture, other.architecture),
          same(processor, other.processor), same(processors, other.processors), same(memoryBytes, other.memoryBytes),
          same(governor, other.governor), same(host, other.host));
    }

    private static <T> T same(T one, T other) {
      return Objects.equals(one, other) ? one : null;
    }

    /** Whether it is the same kind of machine. Ignores the kernel, because it gets updates. */
    public boolean isLike(Machine other) {
      return hasProcessorOf(other) && Objects.equals(architecture, other.architecture)
          && Objects.equals(processors, other.processors);
    }
  }

  /** @param version the full version, for example {@code 25.0.3+9} */
  public record Jdk(@Required String id, String version, String vendor) {}

  /**
   * @param about what it does, in a few words; null if its label says it
   * @param idle whether it only gives the expected response and does none of the work, as an empty JVM does
   */
  public record ConfigurationFacts(@Required String id, String about, boolean idle) {}

  /**
   * @param event name of the event that a launch answers
   * @param responseBytes null if the correct response is not known
   * @param series what it has in common with modules of other sizes, in words; null if it belongs to no series
   */
  public record FixtureFacts(@Required String id, String title, String standsFor, long wasmBytes, String sha256,
      String event, Long responseBytes, String series) {}
}
