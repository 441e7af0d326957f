package dev.coldstart.record;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Launches of one arm, in the order in which they ended. They are kept by field: {@link #get} makes a record anew each
 * time, and whoever wants a number of many takes {@link #values} or {@link #value}. Immutable.
 */
public final class Launches extends AbstractList<Launch> implements RandomAccess {

  private final LaunchColumns columns;

  /** Those of the columns that are in it, in order. */
  private final int[] rows;

  Launches(LaunchColumns columns) {
    this(columns, IntStream.range(0, columns.rows()).toArray());
  }

  private Launches(LaunchColumns columns, int[] rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /** @param launches of that arm */
  static Launches of(Arm arm, List<Launch> launches) {
    LaunchColumns columns = new LaunchColumns(arm);
    launches.forEach(columns::add);
    columns.trim();
    return new Launches(columns);
  }

  @Override
  public int size() {
    return rows.length;
  }

  @Override
  public Launch get(int i) {
    return columns.launch(rows[i]);
  }

  public int block(int i) {
    return columns.block(rows[i]);
  }

  public boolean isWarmup(int i) {
    return columns.warmup(rows[i]);
  }

  public boolean isValid(int i) {
    return columns.valid(rows[i]);
  }

  /** NaN where it is absent. */
  public double value(int i, LaunchField field) {
    Column column = columns.column(field);
    return column.has(rows[i]) ? column.get(rows[i]) : Double.NaN;
  }

  /** Those that are not absent, in order. */
  public double[] values(LaunchField field) {
    Column column = columns.column(field);
    return IntStream.of(rows).filter(column::has).mapToDouble(column::get).toArray();
  }

  /** How many are of a kind, given by its place in this list. */
  public int count(IntPredicate kind) {
    return (int) IntStream.range(0, rows.length).filter(kind).count();
  }

  /** Those of a kind, given by its place in this list. */
  Launches only(IntPredicate kind) {
    return new Launches(columns, IntStream.range(0, rows.length).filter(kind).map(i -> rows[i]).toArray());
  }
}
