package dev.coldstart.command.tune;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Decides which candidates stay after a round: the better half. Launches then go where they are needed, to those that
 * are hard to tell apart (successive halving: Karnin, Koren and Somekh, ICML 2013; Jamieson and Talwalkar, AISTATS
 * 2016).
 */
final class SuccessiveHalving {

  /** Of the first round; each round after it has twice as many as the one before. */
  static final int FIRST_BLOCKS = 3;

  /** So many are not halved any more: levers are tried on all of them, for the best alone may be so by luck. */
  static final int FEW = 3;

  /** Of the round that puts the few in order. In simulations with 3 blocks it got the first wrong in one of five. */
  static final int LAST_BLOCKS = 24;

  /**
   * What a round shows of a candidate.
   *
   * @param ratio median over the round's blocks, to the yardstick; NaN where it failed
   * @param failure null where it did not fail
   */
  record Measured(Candidate candidate, double ratio, String failure) {}

  /**
   * Where a candidate stands after a round.
   *
   * @param ratio median over the round's blocks, to the yardstick; NaN where it failed
   * @param reason why it is out; null where it stays
   */
  record Rank(Candidate candidate, double ratio, String reason) {

    boolean stays() {
      return reason == null;
    }
  }

  private SuccessiveHalving() {}

  /** Best first, and those that failed last; of equals the one that was given first. */
  static List<Rank> ranks(List<Measured> round) {
    List<Measured> sound =
        round.stream().filter(m -> m.failure() == null).sorted(Comparator.comparing(Measured::ratio)).toList();
    int stay = Math.min(sound.size(), Math.max(FEW, (sound.size() + 1) / 2));
    List<Rank> ranks = new ArrayList<>();
    for (Measured measured : sound) {
      String reason = ranks.size() < stay ? null : "not among the better " + stay + " of " + sound.size();
      ranks.add(new Rank(measured.candidate(), measured.ratio(), reason));
    }
    round.stream()
        .filter(measured -> measured.failure() != null)
        .forEach(failed -> ranks.add(new Rank(failed.candidate(), Double.NaN, failed.failure())));
    return List.copyOf(ranks);
  }
}
