package dev.coldstart.record;

import java.util.Arrays;
import java.util.BitSet;

/**
 * One number of each launch of an arm, or its absence. It takes nothing while all are absent, 4 bytes each while they
 * fit an {@code int}, as most times in ns do, and 8 from then on.
 */
final class Column {

  private static final int[] NO_INTS = {};
  private static final int FIRST_CAPACITY = 16;

  private final BitSet present = new BitSet();
  private int[] ints = NO_INTS;
  private long[] longs;

  /** @param row larger than all before */
  void set(int row, long value) {
    present.set(row);
    if (longs == null && value != (int) value) {
      longs = Arrays.stream(ints).asLongStream().toArray();
      ints = NO_INTS;
    }
    if (longs != null) {
      longs = row < longs.length ? longs : Arrays.copyOf(longs, capacity(row));
      longs[row] = value;
    } else {
      ints = row < ints.length ? ints : Arrays.copyOf(ints, capacity(row));
      ints[row] = (int) value;
    }
  }

  /** Half as much again: little is left over where arms have as many launches as they mostly have. */
  private static int capacity(int row) {
    return Math.max(FIRST_CAPACITY, row + 1 + row / 2);
  }

  boolean has(int row) {
    return present.get(row);
  }

  /** Only of a row that has one. */
  long get(int row) {
    return longs == null ? ints[row] : longs[row];
  }

  /** Null where it is absent. */
  Long orNull(int row) {
    return has(row) ? Long.valueOf(get(row)) : null;
  }

  /** Gives back what was taken in advance. */
  void trim(int rows) {
    ints = ints.length > rows ? Arrays.copyOf(ints, rows) : ints;
    longs = longs != null && longs.length > rows ? Arrays.copyOf(longs, rows) : longs;
  }
}
