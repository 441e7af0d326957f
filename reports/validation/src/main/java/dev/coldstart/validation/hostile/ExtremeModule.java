package dev.coldstart.validation.hostile;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/**
 * Modules at or beyond the limits that engines have. Those that are valid may run; a refusal must say why. Used in the
 * tried process, so it needs nothing but the JDK.
 */
enum ExtremeModule {
  /** Valid. */
  BLOCKS_10_000_DEEP {
    @Override
    byte[] bytes() {
      return function(nested(0x02, 10_000));
    }
  },
  /** Valid. */
  LOOPS_10_000_DEEP {
    @Override
    byte[] bytes() {
      return function(nested(0x03, 10_000));
    }
  },
  /** Valid. */
  FUNCTIONS_1_000_000 {
    @Override
    byte[] bytes() {
      int count = 1_000_000;
      return module().section(1, new Bytes().with(1, 0x60, 0, 0))
          .section(3, new Bytes().number(count).repeated(count, 0))
          .section(10, new Bytes().number(count).repeated(count, 2, 0, 0x0b))
          .toByteArray();
    }
  },
  /** Valid. */
  TABLE_OF_10_000_000 {
    @Override
    byte[] bytes() {
      return module().section(4, new Bytes().with(1, 0x70, 0).number(10_000_000)).toByteArray();
    }
  },
  /** Valid, and larger than any engine's limit. */
  TABLE_OF_4_000_000_000 {
    @Override
    byte[] bytes() {
      return module().section(4, new Bytes().with(1, 0x70, 0).number(4_000_000_000L)).toByteArray();
    }
  },
  /** Valid: all that 32 bits can address. */
  MEMORY_OF_4_GIB {
    @Override
    byte[] bytes() {
      return module().section(5, new Bytes().with(1, 0).number(65_536)).toByteArray();
    }
  },
  /** Invalid: more than 32 bits can address. */
  MEMORY_OF_65_537_PAGES {
    @Override
    byte[] bytes() {
      return module().section(5, new Bytes().with(1, 0).number(65_537)).toByteArray();
    }
  },
  /** Valid by the specification, and beyond what engines take. */
  LOCALS_1_000_000 {
    @Override
    byte[] bytes() {
      return function(new Bytes().with(1).number(1_000_000).with(0x7f, 0x0b));
    }
  },
  /** Valid by the specification: four bytes announce four thousand million variables. */
  LOCALS_4_000_000_000 {
    @Override
    byte[] bytes() {
      return function(new Bytes().with(1).number(4_000_000_000L).with(0x7f, 0x0b));
    }
  },
  /** Valid. */
  TARGETS_1_000_000 {
    @Override
    byte[] bytes() {
      int count = 1_000_000;
      return function(new Bytes().with(0, 0x41, 0, 0x0e).number(count).repeated(count, 0).with(0).with(0x0b));
    }
  },
  /** Invalid: the count of functions promises more than the file has. */
  FUNCTIONS_ANNOUNCED {
    @Override
    byte[] bytes() {
      return module().section(1, new Bytes().with(1, 0x60, 0, 0))
          .section(3, new Bytes().number(4_000_000_000L))
          .toByteArray();
    }
  },
  /** Invalid: the same for the bytes of a data segment. */
  DATA_ANNOUNCED {
    @Override
    byte[] bytes() {
      return module().section(5, new Bytes().with(1, 0, 1))
          .section(11, new Bytes().with(1, 0, 0x41, 0, 0x0b).number(4_000_000_000L))
          .toByteArray();
    }
  };

  abstract byte[] bytes();

  String words() {
    return name().toLowerCase(Locale.ROOT).replaceAll("(?<=\\d)_(?=\\d)", " ").replace('_', ' ');
  }

  private static Bytes module() {
    return new Bytes().with(0, 'a', 's', 'm', 1, 0, 0, 0);
  }

  /** A module with one function of the type {@code () -> ()}. @param body its variables and instructions */
  private static byte[] function(Bytes body) {
    return module().section(1, new Bytes().with(1, 0x60, 0, 0))
        .section(3, new Bytes().with(1, 0))
        .section(10, new Bytes().with(1).number(body.size()).with(body))
        .toByteArray();
  }

  private static Bytes nested(int opcode, int depth) {
    return new Bytes().with(0).repeated(depth, opcode, 0x40).repeated(depth, 0x0b).with(0x0b);
  }

  private static final class Bytes extends ByteArrayOutputStream {

    Bytes with(int... bytes) {
      for (int one : bytes) {
        write(one);
      }
      return this;
    }

    Bytes with(Bytes other) {
      writeBytes(other.toByteArray());
      return this;
    }

    Bytes repeated(int count, int... bytes) {
      for (int i = 0; i < count; i++) {
        with(bytes);
      }
      return this;
    }

    /** An unsigned number in LEB128. */
    Bytes number(long number) {
      long left = number;
      while (left > 0x7f) {
        write((int) (left & 0x7f | 0x80));
        left >>>= 7;
      }
      return with((int) left);
    }

    Bytes section(int id, Bytes content) {
      return with(id).number(content.size()).with(content);
    }
  }
}
