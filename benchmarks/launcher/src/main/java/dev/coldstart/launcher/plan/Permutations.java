package dev.coldstart.launcher.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The random orders of a run. Each order depends only on the run's seed, a name and a number, so a resumed run gets the
 * same orders, wherever it was interrupted.
 */
public record Permutations(long seed) {

  /**
   * The order of one block.
   *
   * @param name names the series of blocks, for example by a fixture's id
   * @param block the block's number
   */
  public <T> List<T> of(String name, int block, List<T> items) {
    List<T> order = new ArrayList<>(items);
    // Fisher-Yates. The generator scrambles its seed; it only has to differ between blocks.
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
