package dev.coldstart.results;

import java.time.Instant;
import java.util.List;

/**
 * {@code manifest.json}: what a run was to do, where, and how it ended.
 *
 * @param schema version of the run folder's data contract, see SCHEMA.md
 * @param runId the folder's name
 * @param endedAt null while it runs, and for ever when it was killed
 * @param stoppedBy the rule that ended it: {@code blocks}, {@code budget} or {@code interrupted}; null while it runs
 * @param commandLine the harness's own arguments
 * @param coldstart the harness's version
 * @param commit the checkout's commit; null outside a checkout
 * @param clean false when the checkout held uncommitted changes; null outside a checkout
 * @param notes what was left out or went wrong beside the launches, in words
 */
public record Manifest(
    int schema,
    String runId,
    Instant startedAt,
    Instant endedAt,
    String stoppedBy,
    List<String> commandLine,
    String coldstart,
    String commit,
    Boolean clean,
    Plan plan,
    Machine machine,
    List<Jdk> jdks,
    List<FixtureFacts> fixtures,
    List<Arm> arms,
    List<String> notes) {

  public static final int SCHEMA = 1;

  /**
   * @param preset the preset's id
   * @param seed of the permutations
   * @param blocks how many counted blocks each fixture gets, unless the budget ends the run before
   * @param budgetMs how long the launches may take; null when not bounded
   * @param timeoutMs how long one launch may take
   */
  public record Plan(String preset, long seed, int blocks, Long budgetMs, long timeoutMs) {}

  /**
   * The machine; null where the platform does not tell.
   *
   * @param processors those the harness may use
   */
  public record Machine(
      String os, String kernel, String architecture, String processor, int processors, Long memoryBytes, String governor) {}

  /** @param version the full version, for example {@code 25.0.3+9} */
  public record Jdk(String id, String version, String vendor) {}

  /** @param event the event's name that a cold start answers */
  public record FixtureFacts(
      String id, String title, String standsFor, long wasmBytes, String sha256, String event, long responseBytes) {}
}
