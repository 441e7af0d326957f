package dev.coldstart.launcher.tune;

import java.time.Instant;
import java.util.List;

/**
 * {@code tune.json}: how a tuning chose, see TUNE.md beside this file.
 *
 * @param id the folder's name
 * @param endedAt null while it goes on, and for ever when it was killed
 * @param searchEndedBy a {@link SearchEnd#id}; null while the search goes on
 * @param yardstick the id of the arm to which all ratios of rounds are
 * @param end null where it did not come that far
 */
record Tuning(
    int schema,
    String id,
    Instant startedAt,
    Instant endedAt,
    List<String> commandLine,
    String runtime,
    String fixture,
    String jdk,
    long seed,
    long budgetMs,
    int blocks,
    String yardstick,
    List<Generation> generations,
    String searchEndedBy,
    End end) {

  static final int SCHEMA = 1;

  /** @param candidates in the order in which equals stand */
  record Generation(int number, List<Entry> candidates, List<Round> rounds) {}

  /** @param parent the arm that it is with a lever more; null where it was there before */
  record Entry(String arm, String parent) {}

  /**
   * @param run its folder's name, beside {@code tune.json}
   * @param blocks that were asked for
   * @param standings best first; null where it was not decided
   */
  record Round(String run, int blocks, List<Place> standings) {}

  /**
   * @param ratio median to the yardstick; null where it failed
   * @param reason why it fell out; null where it stays
   */
  record Place(String arm, Double ratio, boolean stays, String reason) {}

  /**
   * The run in which the chosen arm was measured anew.
   *
   * @param run its folder's name, beside the tuning's folder
   * @param ratios of the chosen arm; null where that run was cut
   */
  record End(String chosen, String run, List<Ratio> ratios) {}

  /**
   * @param to the other arm
   * @param value null where one of them has no launch that counts, as in those below
   * @param ciLow also null where the blocks carry no interval
   */
  record Ratio(String to, Double value, Double ciLow, Double ciHigh) {}
}
