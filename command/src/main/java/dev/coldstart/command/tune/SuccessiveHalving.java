package dev.coldstart.command.tune;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Decides which candidates stay after a round: the better half. Later launches then go to the candidates that are hard
 * to distinguish (successive halving: Karnin, Koren and Somekh, ICML 2013; Jamieson and Talwalkar, AISTATS 2016).
 */
final class SuccessiveHalving {

  /** Blocks of the first round. Each later round has twice as many as the round before it. */
  static final int FIRST_BLOCKS = 3;

  /**
   * This many candidates are not halved further. JVM options are tried on all of them, because the best may only be
   * lucky.
   */
  static final int FEW = 3;

  /** Blocks of the round that ranks the few. In simulations, 3 blocks gave the wrong winner one time in five. */
  static final int LAST_BLOCKS = 24;

  /**
   * A candidate's result in a round.
   *
   * @param ratio median over the round's blocks of the ratio to the yardstick; NaN if it failed
   * @param reason why it is eliminated; null if it stays
   */
  record Rank(Candidate candidate, double ratio, String reason) {

    boolean stays() {
      return reason == null;
    }
  }

  private SuccessiveHalving() {}

  /**
   * Sorts the best first and the failed last. Equal candidates keep their order.
   *
   * @param round the round as measured, in which only failed candidates are eliminated
   */
  static List<Rank> ranks(List<Rank> round) {
    List<Rank> ranks =
        new ArrayList<>(round.stream().filter(Rank::stays).sorted(Comparator.comparing(Rank::ratio)).toList());
    int sound = ranks.size();
    int stay = Math.min(sound, Math.max(FEW, (sound + 1) / 2));
    ranks.subList(stay, sound)
        .replaceAll(out -> new Rank(out.candidate(), out.ratio(), "not among the fastest " + stay + " of " + sound));
    round.stream().filter(failed -> !failed.stays()).forEach(ranks::add);
    return List.copyOf(ranks);
  }
}
