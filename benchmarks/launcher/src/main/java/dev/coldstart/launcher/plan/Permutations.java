package dev.coldstart.launcher.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The random orders of a run. Each is a function of the run's seed and of what is to be ordered alone, so that a run
 * that goes on later finds the same orders, wherever it was cut.
 */
public record Permutations(long seed) {

  /**
   * One block's order.
   *
   * @param name what the blocks are of, for example a fixture's id
   * @param block the block's number
   */
  public <T> List<T> of(String name, int block, List<T> items) {
    List<T> order = new ArrayList<>(items);
    // Fisher-Yates. The generator's own seeding scrambles; distinct blocks must only give distinct seeds.
    Collections.shuffle(order, new Random(seed ^ mixed(name.hashCode() * 31L + block)));
    return order;
  }

  /** The finaliser of SplittableRandom, Steele et al., OOPSLA 2014: spreads neighbouring numbers over all 64 bits. */
  private static long mixed(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
