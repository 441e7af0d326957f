package dev.coldstart.record;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code tune.json}: how a tuning made its choice, see TUNE.md in this folder.
 *
 * @param id the folder's name
 * @param endedAt null while it goes on, and if it was stopped early
 * @param resumedAt times at which it was resumed after an interruption; null if it never was
 * @param usedMs part of the budget that the search had used at {@code savedAt}, in ms; null in tunings older than the
 * field
 * @param savedAt time at which this was written; null in tunings older than the field
 * @param timeoutMs time limit of one launch, in ms; null in tunings older than the field
 * @param searchEndedBy {@code no-better-child}, {@code generations}, {@code budget} or {@code interrupted}; null while
 * the search goes on
 * @param yardstick the id of the arm to which all ratios in rounds refer
 * @param end the final measurement; null if the tuning did not get that far
 * @param fixturesFolder the folder of the user's own fixtures; null if the fixtures are the project's
 * @param memoryLimitBytes the largest resident set of one launch; null in tunings older than the field
 */
public record Tuning(int schema, @Required String id, @Required Instant startedAt, Instant endedAt,
    List<Instant> resumedAt, Instant savedAt, List<String> commandLine, @Required String runtime,
    @Required String fixture, @Required String jdk, long seed, long budgetMs, Long usedMs, Long timeoutMs, int blocks,
    @Required String yardstick, @Required List<Generation> generations, String searchEndedBy, End end,
    String fixturesFolder, Long memoryLimitBytes) {

  public static final int SCHEMA = 1;

  /** @param candidates in the order that decides between equal ones */
  public record Generation(int number, @Required List<Entry> candidates, @Required List<Round> rounds) {}

  /** @param parent the arm to which this one adds a JVM option; null if it adds none */
  public record Entry(@Required String arm, String parent) {}

  /**
   * @param run name of its folder, next to {@code tune.json}
   * @param blocks number of planned blocks
   * @param standings best first; null if the round was not decided
   */
  public record Round(@Required String run, int blocks, List<Place> standings) {}

  /**
   * @param ratio median ratio to the yardstick; null if the arm failed
   * @param reason why it was eliminated; null if it stays
   */
  public record Place(@Required String arm, Double ratio, boolean stays, String reason) {}

  /**
   * The run that measured the chosen arm again.
   *
   * @param run name of its folder, next to the tuning's folder
   * @param ratios ratios of the chosen arm to others; null until that run has ended
   * @param aheadOfTime command lines of the preparation that the chosen arm needs once, in order; null until that run
   * has ended, and in tunings older than the field
   */
  public record End(@Required String chosen, @Required String run, List<Ratio> ratios,
      List<List<String>> aheadOfTime) {}

  /**
   * @param to id of the other arm
   * @param value null if one of the two arms has no launch that counts; the interval is then null too
   * @param ciLow also null if there are too few blocks for an interval
   */
  public record Ratio(@Required String to, Double value, Double ciLow, Double ciHigh) {}

  /** The reason why the search ended, see {@link #searchEndedBy()}. */
  public enum SearchEnd {
    /** No JVM option of a generation made an arm faster. */
    NO_BETTER_CHILD,
    /** The search has tried the largest allowed combination of JVM options. */
    GENERATIONS,
    /** The time is used up. */
    BUDGET,
    INTERRUPTED;

    /** The reason's name in {@code tune.json}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return empty for null, and for a reason of a later version */
    public static Optional<SearchEnd> of(String id) {
      return Stream.of(values()).filter(end -> end.id().equals(id)).findFirst();
    }
  }

  /** All rounds in order, decided or not. */
  public List<Round> rounds() {
    return generations.stream().flatMap(generation -> generation.rounds().stream()).toList();
  }

  /** Whether everything was measured and nothing remains to be resumed. */
  public boolean isComplete() {
    return end != null && end.ratios() != null;
  }
}
