package dev.coldstart.record;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The launches of one arm by field instead of by record, since a record of boxed numbers takes some 600 bytes: about 90
 * bytes a launch, as long as its times are below 2 s. Rows are numbered from 0, in the order in which they were added.
 */
final class LaunchColumns {

  private final String arm;
  private final String fixture;
  private final BitSet warmup = new BitSet();
  private final BitSet valid = new BitSet();
  private final BitSet phased = new BitSet();
  private final Column blocks = new Column();
  private final Column positions = new Column();
  private final Column startedAtMs = new Column();
  private final List<Column> numbers = Stream.generate(Column::new).limit(LaunchField.ALL.size()).toList();

  /** Why a launch is not valid, of those alone. The same text is kept once. */
  private final Map<Integer, String> reasons = new HashMap<>();

  private final Map<String, String> texts = new HashMap<>();
  private int rows;

  LaunchColumns(Arm arm) {
    this.arm = arm.arm();
    this.fixture = arm.fixture();
  }

  /** @param launch one of this arm */
  void add(Launch launch) {
    int row = rows++;
    warmup.set(row, launch.warmup());
    valid.set(row, launch.valid());
    phased.set(row, launch.phasesNs() != null);
    blocks.set(row, launch.block());
    positions.set(row, launch.position());
    startedAtMs.set(row, launch.startedAtMs());
    for (LaunchField field : LaunchField.ALL) {
      Long value = field.of(launch);
      if (value != null) {
        numbers.get(field.ordinal()).set(row, value);
      }
    }
    if (launch.reason() != null) {
      reasons.put(row, texts.computeIfAbsent(launch.reason(), text -> text));
    }
  }

  /** Gives back what was taken in advance: nothing more is added. */
  void trim() {
    Stream.concat(Stream.of(blocks, positions, startedAtMs), numbers.stream()).forEach(column -> column.trim(rows));
  }

  int rows() {
    return rows;
  }

  boolean warmup(int row) {
    return warmup.get(row);
  }

  boolean valid(int row) {
    return valid.get(row);
  }

  int block(int row) {
    return (int) blocks.get(row);
  }

  Column column(LaunchField field) {
    return numbers.get(field.ordinal());
  }

  /** The record, made anew. */
  Launch launch(int row) {
    Long exitCode = number(LaunchField.EXIT_CODE, row);
    return new Launch(block(row), (int) positions.get(row), arm, fixture, warmup(row), valid(row), reasons.get(row),
        startedAtMs.get(row), number(LaunchField.FIRST_RESPONSE_NS, row), number(LaunchField.WALL_NS, row), phases(row),
        number(LaunchField.DELIVERY_NS, row), number(LaunchField.CPU_NS, row), number(LaunchField.RUN_QUEUE_NS, row),
        number(LaunchField.PEAK_RSS_BYTES, row), number(LaunchField.MAJOR_FAULTS, row),
        number(LaunchField.CLASSES_LOADED, row), number(LaunchField.CLASSES_FROM_ARCHIVE, row),
        number(LaunchField.JIT_NS, row), number(LaunchField.GC_NS, row), exitCode == null ? null : exitCode.intValue());
  }

  private PhasesNs phases(int row) {
    return phased.get(row)
        ? new PhasesNs(number(LaunchField.BOOT_NS, row), number(LaunchField.LOAD_NS, row),
            number(LaunchField.PARSE_NS, row), number(LaunchField.COMPILE_NS, row),
            number(LaunchField.INSTANTIATE_NS, row), number(LaunchField.FIRST_INVOKE_NS, row))
        : null;
  }

  private Long number(LaunchField field, int row) {
    return column(field).orNull(row);
  }
}
