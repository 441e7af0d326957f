package dev.coldstart.record;

import java.util.ArrayList;
import java.util.List;

/**
 * The part of a plan that one machine measures. Shard i of n makes every n-th block of the plan: its blocks have the
 * numbers i - 1, i - 1 + n, i - 1 + 2 n, ... So no two shards have a block of the same number, however many blocks are
 * retried, and a block's number says which shard it is from.
 *
 * @param index from 1
 * @param of number of shards of the plan
 */
public record Shard(int index, int of) {

  /** A run that is not split. */
  public static final Shard WHOLE = new Shard(1, 1);

  /** More would be more machines than anybody has. */
  public static final int MOST = 10_000;

  /** @throws IllegalArgumentException if there is no such shard */
  public Shard {
    if (of < 1 || of > MOST || index < 1 || index > of) {
      throw new IllegalArgumentException(
          "there is no shard " + index + " of " + of + ": shards are numbered from 1, and there are at most " + MOST);
    }
  }

  /** The number, in the plan, of this shard's block with that number, from 0. */
  public int block(int own) {
    return Math.addExact(Math.multiplyExact(own, of), index - 1);
  }

  /** The number, in this shard, of one of its blocks, from 0. */
  public int own(int block) {
    return block / of;
  }

  /** Whether the block of that number in the plan is one of this shard. */
  public boolean has(int block) {
    return block >= 0 && block % of == index - 1;
  }

  /** The number of the shard, from 1, that a block is from. */
  public static int of(int block, int shards) {
    return block % shards + 1;
  }

  /** This shard's share of the counted blocks. The first shards make one more if they cannot be shared equally. */
  public int share(int blocks) {
    return blocks / of + (index <= blocks % of ? 1 : 0);
  }

  /** The largest share of any shard. */
  public int largestShare(int blocks) {
    return new Shard(1, of).share(blocks);
  }

  public boolean isWhole() {
    return of == 1;
  }

  /** As it is written after {@code --shard}: {@code 2/4}. */
  @Override
  public String toString() {
    return index + "/" + of;
  }

  /** Numbers of shards in words: {@code shard 3}, {@code shards 1, 4-6 and 9}. */
  public static String words(List<Integer> numbers) {
    List<Integer> sorted = numbers.stream().distinct().sorted().toList();
    List<String> ranges = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      if (i == sorted.size() || sorted.get(i) != sorted.get(i - 1) + 1) {
        ranges.addAll(range(sorted.subList(first, i)));
        first = i;
      }
    }
    int last = ranges.size() - 1;
    String all = String.join(", ", ranges.subList(0, Math.max(last, 0)));
    return (sorted.size() == 1 ? "shard " : "shards ") + all + (last < 1 ? "" : " and ")
        + (last < 0 ? "" : ranges.get(last));
  }

  /** @param all successive numbers */
  private static List<String> range(List<Integer> all) {
    return all.size() > 2
        ? List.of(all.get(0) + "-" + all.get(all.size() - 1))
        : all.stream().map(String::valueOf).toList();
  }
}
