package dev.coldstart.record;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code tune.json}: how a tuning chose, see TUNE.md beside this file.
 *
 * @param id the folder's name
 * @param endedAt null while it goes on, and for ever when it was stopped
 * @param resumedAt when it went on after it had been cut; null when it never was
 * @param usedMs how much of the budget the search had used at {@code savedAt}; null in tunings older than the field
 * @param savedAt when this was written; null likewise
 * @param timeoutMs how long one launch may take; null likewise
 * @param searchEndedBy {@code no-better-child}, {@code generations}, {@code budget} or {@code interrupted}; null while
 * the search goes on
 * @param yardstick the id of the arm to which all ratios of rounds are
 * @param end null where it did not come that far
 */
public record Tuning(int schema, @Required String id, @Required Instant startedAt, Instant endedAt,
    List<Instant> resumedAt, Instant savedAt, List<String> commandLine, @Required String runtime,
    @Required String fixture, @Required String jdk, long seed, long budgetMs, Long usedMs, Long timeoutMs, int blocks,
    @Required String yardstick, @Required List<Generation> generations, String searchEndedBy, End end) {

  public static final int SCHEMA = 1;

  /** @param candidates in the order in which equals stand */
  public record Generation(int number, @Required List<Entry> candidates, @Required List<Round> rounds) {}

  /** @param parent the arm that it is with a lever more; null where it was there before */
  public record Entry(@Required String arm, String parent) {}

  /**
   * @param run its folder's name, beside {@code tune.json}
   * @param blocks that were asked for
   * @param standings best first; null where it was not decided
   */
  public record Round(@Required String run, int blocks, List<Place> standings) {}

  /**
   * @param ratio median to the yardstick; null where it failed
   * @param reason why it fell out; null where it stays
   */
  public record Place(@Required String arm, Double ratio, boolean stays, String reason) {}

  /**
   * The run in which the chosen arm was measured anew.
   *
   * @param run its folder's name, beside the tuning's folder
   * @param ratios of the chosen arm; null until that run has ended
   * @param aheadOfTime command lines of what is done once before the chosen arm can be started so, in order; null until
   * that run has ended, and in tunings older than the field
   */
  public record End(@Required String chosen, @Required String run, List<Ratio> ratios,
      List<List<String>> aheadOfTime) {}

  /**
   * @param to the other arm
   * @param value null where one of them has no launch that counts, as in those below
   * @param ciLow also null where the blocks carry no interval
   */
  public record Ratio(@Required String to, Double value, Double ciLow, Double ciHigh) {}

  /** What ended the search, {@link #searchEndedBy()}. */
  public enum SearchEnd {
    /** A generation's levers made nothing faster. */
    NO_BETTER_CHILD,
    /** As many levers were put together as are tried. */
    GENERATIONS,
    /** The time is used up. */
    BUDGET,
    INTERRUPTED;

    /** The end as {@code tune.json} names it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return empty for null, and for the word of a later version */
    public static Optional<SearchEnd> of(String id) {
      return Stream.of(values()).filter(end -> end.id().equals(id)).findFirst();
    }
  }

  /** All rounds, whether decided or not, in order. */
  public List<Round> rounds() {
    return generations.stream().flatMap(generation -> generation.rounds().stream()).toList();
  }

  /** Whether all was measured: nothing is left to go on with. */
  public boolean isComplete() {
    return end != null && end.ratios() != null;
  }
}
