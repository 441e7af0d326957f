package dev.coldstart.spi;

/**
 * A clock and random numbers that are the same in every launch and in every runtime: for a module whose answer depends
 * on them. Loaded only for such a module.
 */
public final class FixedSources {

  /** The import that asks for the time: {@code (clock: i32, precision: i64, address: i32) -> errno: i32}. */
  public static final String CLOCK = "clock_time_get";

  /** The import that asks for random bytes: {@code (address: i32, length: i32) -> errno: i32}. */
  public static final String RANDOM = "random_get";

  /** 2026-01-01T00:00:00Z in ns since 1970. */
  private static final long FROM_NS = 1_767_225_600_000_000_000L;

  /** The clock advances with each call, so that a module that waits for it does not wait for ever. */
  private static final long STEP_NS = 1_000_000;

  private long calls;
  private int state = 1;

  /** The time in ns, for each of WASI's clocks. */
  public long timeNs() {
    return FROM_NS + calls++ * STEP_NS;
  }

  /** Bytes of the linear congruential generator in the C standard's example: every runtime can compute it. */
  public byte[] random(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      state = state * 1_103_515_245 + 12_345 & 0x7fff_ffff;
      bytes[i] = (byte) (state >> 16);
    }
    return bytes;
  }
}
