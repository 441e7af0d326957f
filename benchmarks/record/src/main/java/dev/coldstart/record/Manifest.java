package dev.coldstart.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Map;

/**
 * {@code manifest.json}: what a run was to do, where, and how it ended.
 *
 * @param schema version of the run folder's data contract, see SCHEMA.md
 * @param runId the folder's name
 * @param endedAt null while it runs, and for ever when it was killed
 * @param stoppedBy the rule that ended it: {@code blocks}, {@code target-ci}, {@code budget} or {@code interrupted};
 * null while it runs
 * @param commandLine the harness's own arguments
 * @param coldstart the harness's version
 * @param commit the commit that was built; null where it is not known, as outside a git checkout
 * @param clean false when the checkout held uncommitted changes, when it was built or when the run began; null likewise
 * @param checkoutCommit that of the checkout when the run began, where it is another; null where it is the same, or not
 * known
 * @param notes what was left out or went wrong beside the launches, in words
 * @param resumedAt when it went on after it had been cut; null when it never was
 * @param spawns what starting a trivial program costs here, by launch mechanism; null when it was not measured
 * @param jmh what JMH was to observe, and what it gave; null when it was to observe nothing, and in runs older than the
 * field
 */
public record Manifest(int schema, @Required String runId, @Required Instant startedAt, Instant endedAt,
    String stoppedBy, List<String> commandLine, String coldstart, String commit, Boolean clean, String checkoutCommit,
    @Required Plan plan, @Required Machine machine, @Required List<Jdk> jdks, @Required List<FixtureFacts> fixtures,
    @Required List<Arm> arms, @Required List<String> notes, List<Instant> resumedAt, List<Spawn> spawns, Jmh jmh) {

  public static final int SCHEMA = 1;

  public Optional<Arm> arm(ArmKey key) {
    return arms.stream().filter(arm -> arm.key().equals(key)).findFirst();
  }

  /** The same run on the same machine, and what is known of it by now. */
  public Manifest with(Plan plan, Instant endedAt, String stoppedBy, List<Arm> arms, List<String> notes,
      List<Instant> resumedAt, List<Spawn> spawns) {
    return new Manifest(schema, runId, startedAt, endedAt, stoppedBy, commandLine, coldstart, commit, clean,
        checkoutCommit, plan, machine, jdks, fixtures, arms, notes, resumedAt, spawns, jmh);
  }

  /** The same run, and what JMH observes in it. */
  public Manifest with(Jmh jmh) {
    return new Manifest(schema, runId, startedAt, endedAt, stoppedBy, commandLine, coldstart, commit, clean,
        checkoutCommit, plan, machine, jdks, fixtures, arms, notes, resumedAt, spawns, jmh);
  }

  /**
   * @param preset the preset's id
   * @param seed of the permutations
   * @param warmupBlocks how many blocks of each fixture come first and never count; null in runs older than the field
   * @param blocks how many counted blocks each fixture gets, unless another rule ends the run before
   * @param targetCi the run ends when no ratio's interval reaches further than this to either side, as a part of the
   * ratio; null when no such end was asked for
   * @param budgetMs how long the launches may take; null when not bounded
   * @param timeoutMs how long one launch may take
   * @param mostAgain how many blocks of each fixture may be run again; null in runs older than the field
   * @param limits beyond which a block is run again; null in runs older than the field
   * @param scenarios what was to run beside the headline; null when nothing was
   * @param sparse which arms are launched in some of the blocks only; null when each is launched in every block
   * @param caches how many caches an arm has whose profile has one, each made on its own; null for one
   */
  public record Plan(@Required String preset, long seed, Integer warmupBlocks, int blocks, Double targetCi,
      Long budgetMs, long timeoutMs, Integer mostAgain, Limits limits, List<Scenario> scenarios, Sparse sparse,
      Integer caches) {

    /** The same plan with another rule for the blocks in which slow arms are launched. */
    public Plan with(Sparse sparse) {
      return new Plan(preset, seed, warmupBlocks, blocks, targetCi, budgetMs, timeoutMs, mostAgain, limits, scenarios,
          sparse, caches);
    }

    /** How many caches an arm has whose profile has one. */
    public int cachesOfAnArm() {
      return caches == null ? 1 : caches;
    }

    /** Whether the arm is launched in some of the blocks only. */
    public boolean isSparse(Arm arm) {
      return sparse != null && sparse.arms() != null && sparse.arms().contains(arm.launchKey());
    }
  }

  /**
   * Arms that are far from their baseline and from all others are launched in some of the blocks only: a ratio of 24
   * needs no interval of 4 %.
   *
   * @param factor an arm is sparse when its shortest warm-up launch took more than so many times its baseline's
   * @param apart and when it took more than so many times as long, or as short, as that of any other arm of its fixture
   * @param every of each so many counted blocks of a fixture, its sparse arms are launched in the first; at least 2
   * @param arms the sparse arms; null before all warm-up blocks have ended
   */
  public record Sparse(double factor, double apart, int every, List<ArmKey> arms) {

    public Sparse {
      if (every < 2) {
        throw new IllegalArgumentException("every=" + every + ", but a sparse arm is in every 2nd block at most");
      }
    }
  }

  /**
   * What a scenario was to do. A size that is not its own is null.
   *
   * @param id one of those that {@link Scenarios} names
   * @param blocks of each fixture; all of them count
   * @param calls how many calls of one instance a launch makes at most, the first among them
   * @param callsMs after how long a launch makes no further call
   * @param instances how many instances a launch holds at most; they are counted at each power of two
   * @param starts how many launches start together at most; from 1 on, twice as many each time
   * @param leftOut configurations that it does not launch, by id, and why; null where there are none
   */
  public record Scenario(@Required String id, int blocks, Integer calls, Integer callsMs, Integer instances,
      Integer starts, Map<String, String> leftOut) {}

  /**
   * What the guards of a block may show at most, each as a part of 1.
   *
   * @param stealPart of the processors' time that the hypervisor gave to others
   * @param throttledPart of the block's time in which the container was not let run
   */
  public record Limits(double stealPart, double throttledPart) {}

  /**
   * A trivial program, started and read to its end.
   *
   * @param mechanism the JDK's name of the way to start a process
   * @param used whether the launches were started so
   * @param medianNs from just before the spawn to the end of its output
   * @param n how many times
   */
  public record Spawn(@Required String mechanism, boolean used, long medianNs, int n) {}

  /**
   * @param forks that JMH was to run
   * @param results how many of them gave a file under {@code jmh/}
   */
  public record Jmh(int forks, int results) {}

  /**
   * The machine; null where the platform does not tell.
   *
   * @param processors those the harness may use
   */
  public record Machine(String os, String kernel, String architecture, String processor, int processors,
      Long memoryBytes, String governor) {

    /** For people. */
    public String processorName() {
      return processor == null ? "unknown processor" : processor;
    }

    /** Whether both tell their processor, and it is the same: two that tell none may be any two. */
    public boolean hasProcessorOf(Machine other) {
      return processor != null && processor.equals(other.processor);
    }
  }

  /** @param version the full version, for example {@code 25.0.3+9} */
  public record Jdk(@Required String id, String version, String vendor) {}

  /** @param event the event's name that a cold start answers */
  public record FixtureFacts(@Required String id, String title, String standsFor, long wasmBytes, String sha256,
      String event, long responseBytes) {}
}
