package dev.coldstart.validation.hostile;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** One way to damage a module. Used in the tried process, so it needs nothing but the JDK. */
enum Mutation {
  /** Ends anywhere. */
  TRUNCATE {
    @Override
    byte[] of(byte[] wasm, byte[] other, Random random) {
      return Arrays.copyOf(wasm, random.nextInt(wasm.length));
    }
  },
  /** One bit is another. */
  FLIP {
    @Override
    byte[] of(byte[] wasm, byte[] other, Random random) {
      byte[] damaged = wasm.clone();
      damaged[place(damaged, random)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      return damaged;
    }
  },
  /** A few bytes in a row are others. */
  OVERWRITE {
    @Override
    byte[] of(byte[] wasm, byte[] other, Random random) {
      byte[] damaged = wasm.clone();
      int from = place(damaged, random);
      int to = Math.min(damaged.length, from + 1 + random.nextInt(MOST_IN_A_ROW));
      for (int i = from; i < to; i++) {
        damaged[i] = (byte) random.nextInt();
      }
      return damaged;
    }
  },
  /** A number becomes one of those at which programs fail. */
  BOUNDARY {
    @Override
    byte[] of(byte[] wasm, byte[] other, Random random) {
      int at = place(wasm, random);
      return joined(Arrays.copyOf(wasm, at), BOUNDARIES[random.nextInt(BOUNDARIES.length)], wasm, at + 1, wasm.length);
    }
  },
  /** A few bytes are missing. */
  REMOVE {
    @Override
    byte[] of(byte[] wasm, byte[] other, Random random) {
      int from = place(wasm, random);
      int to = Math.min(wasm.length, from + 1 + random.nextInt(MOST_IN_A_ROW));
      return joined(Arrays.copyOf(wasm, from), NONE, wasm, to, wasm.length);
    }
  },
  /** A part is there twice. */
  REPEAT {
    @Override
    byte[] of(byte[] wasm, byte[] other, Random random) {
      int from = place(wasm, random);
      int to = Math.min(wasm.length, from + 1 + random.nextInt(MOST_REPEATED));
      return joined(Arrays.copyOf(wasm, to), NONE, wasm, from, wasm.length);
    }
  },
  /** Continues as another module. */
  SPLICE {
    @Override
    byte[] of(byte[] wasm, byte[] other, Random random) {
      return joined(Arrays.copyOf(wasm, place(wasm, random)), NONE, other, place(other, random), other.length);
    }
  };

  private static final int MOST_IN_A_ROW = 8;
  private static final int MOST_REPEATED = 200;
  private static final byte[] NONE = {};

  /** The largest numbers of 32 and 64 bits, signed and unsigned, a number with too many bytes, and small ones. */
  private static final byte[][] BOUNDARIES = {{0}, {0x7f}, {(byte) 0xff, 0x7f}, bytes(4, 0xff, 0x07),
      bytes(4, 0xff, 0x0f), bytes(9, 0xff, 0x7f), bytes(9, 0xff, 0x01), bytes(12, 0x80, 0x00), bytes(4, 0x80, 0x08)};

  /** In this part of all cases the place is near the beginning, where types and counts are. */
  private static final double NEAR_PART = 0.5;
  private static final int NEAR_BYTES = 200;

  /**
   * The damaged module.
   *
   * @param wasm not changed; not empty
   * @param other another module
   */
  abstract byte[] of(byte[] wasm, byte[] other, Random random);

  private static int place(byte[] wasm, Random random) {
    boolean isNear = random.nextDouble() < NEAR_PART;
    return random.nextInt(isNear ? Math.min(NEAR_BYTES, wasm.length) : wasm.length);
  }

  private static byte[] bytes(int count, int each, int last) {
    byte[] bytes = new byte[count + 1];
    Arrays.fill(bytes, 0, count, (byte) each);
    bytes[count] = (byte) last;
    return bytes;
  }

  private static byte[] joined(byte[] first, byte[] then, byte[] rest, int from, int to) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(first);
    all.writeBytes(then);
    all.write(rest, from, to - from);
    return all.toByteArray();
  }
}
