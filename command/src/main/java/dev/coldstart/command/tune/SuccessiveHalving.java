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

  /**
   * Best first, and those that failed last; of equals the one that was given first.
   *
   * @param round as it was measured: all stay that did not fail
   */
  static List<Rank> ranks(List<Rank> round) {
    List<Rank> ranks =
        new ArrayList<>(round.stream().filter(Rank::stays).sorted(Comparator.comparing(Rank::ratio)).toList());
    int sound = ranks.size();
    int stay = Math.min(sound, Math.max(FEW, (sound + 1) / 2));
    ranks.subList(stay, sound)
        .replaceAll(out -> new Rank(out.candidate(), out.ratio(), "not among the better " + stay + " of " + sound));
    round.stream().filter(failed -> !failed.stays()).forEach(ranks::add);
    return List.copyOf(ranks);
  }
}
