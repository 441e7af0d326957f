package dev.coldstart.child;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * HotSpot's performance counters, from the file that a JVM keeps for jstat and jcmd. A counter is null if the file
 * lacks it. All are null under {@code -XX:-UsePerfData}, which writes no file. The layout is that of HotSpot's
 * perfMemory.hpp and perfData.hpp, version 2.
 *
 * <p>A child never loads this class: its parent parses the file.
 */
public final class HotSpotCounters {

  private static final int MAGIC = 0xcafec0c0;
  private static final int BYTE_ORDER_AT = 4;
  private static final int FIRST_ENTRY_OFFSET_AT = 24;
  private static final int ENTRIES_AT = 28;
  private static final int ENTRY_HEADER_BYTES = 20;

  /** PerfData::U_Ticks. */
  private static final byte TICKS = 3;

  private final Map<String, Long> longs;

  private HotSpotCounters(Map<String, Long> longs) {
    this.longs = longs;
  }

  public static HotSpotCounters ofThisJvm() {
    try (FileInputStream in = new FileInputStream(ChildReport.hsperfdata())) {
      return parse(in.readAllBytes());
    } catch (IOException absent) {
      return new HotSpotCounters(Map.of());
    }
  }

  /** Reads all counters that are single longs. Reads none if the layout is not the one known here. */
  public static HotSpotCounters parse(byte[] bytes) {
    try {
      return new HotSpotCounters(longs(ByteBuffer.wrap(bytes)));
    } catch (IndexOutOfBoundsException otherLayout) {
      return new HotSpotCounters(Map.of());
    }
  }

  private static Map<String, Long> longs(ByteBuffer data) {
    Map<String, Long> longs = new HashMap<>();
    List<String> ticks = new ArrayList<>();
    if (data.getInt(0) != MAGIC) {
      return longs;
    }
    data.order(data.get(BYTE_ORDER_AT) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int entry = data.getInt(FIRST_ENTRY_OFFSET_AT);
    int entries = Objects.checkIndex(data.getInt(ENTRIES_AT), data.capacity() / ENTRY_HEADER_BYTES);
    for (int i = 0; i < entries; i++) {
      // int entry_length, name_offset, vector_length; byte data_type, flags, units, variability; int data_offset
      boolean isSingleLong = data.getInt(entry + 8) == 0 && data.get(entry + 12) == 'J';
      if (isSingleLong) {
        String name = name(data, entry + data.getInt(entry + 4));
        longs.put(name, data.getLong(entry + data.getInt(entry + 16)));
        if (data.get(entry + 14) == TICKS) {
          ticks.add(name);
        }
      }
      entry += data.getInt(entry);
    }
    Long ticksPerSecond = longs.get("sun.os.hrt.frequency");
    for (String name : ticks) {
      longs.computeIfPresent(name,
          (any, value) -> ticksPerSecond == null ? null : Long.valueOf(Math.round(value * 1e9 / ticksPerSecond)));
    }
    return longs;
  }

  private static String name(ByteBuffer data, int start) {
    int end = start;
    while (data.get(end) != 0) {
      end++;
    }
    return new String(data.array(), start, end - start, StandardCharsets.US_ASCII);
  }

  /** The counter with that name, in ns if the file has ticks. Null if there is none. */
  public Long number(String name) {
    return longs.get(name);
  }

  /** Classes loaded by the JVM itself and by all class loaders, from an archive or not. Null if unknown. */
  public Long classesLoaded() {
    Long own = number("java.cls.loadedClasses");
    Long fromArchive = number("java.cls.sharedLoadedClasses");
    return own == null || fromArchive == null ? null : Long.valueOf(own + fromArchive);
  }
}
