package dev.coldstart.wasm;

import java.nio.charset.StandardCharsets;

/** A position in a module's bytes, and the numbers and names that start there. */
final class WasmBytes {

  private static final int BITS_PER_BYTE = 7;
  private static final int MORE = 0x80;

  private final byte[] bytes;
  private final int end;
  private int at;

  WasmBytes(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private WasmBytes(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  int position() {
    return at;
  }

  boolean isAtEnd() {
    return at >= end;
  }

  int left() {
    return end - at;
  }

  /** The next bytes as a range of its own, which this position skips. */
  WasmBytes slice(int length) throws WasmFormatException {
    int from = at;
    skip(length);
    return new WasmBytes(bytes, from, at);
  }

  void skip(int count) throws WasmFormatException {
    if (count < 0 || count > end - at) {
      throw failure("ends too early");
    }
    at += count;
  }

  int u8() throws WasmFormatException {
    skip(1);
    return bytes[at - 1] & 0xff;
  }

  /** The next byte, without passing it. */
  int peek() throws WasmFormatException {
    int next = u8();
    at--;
    return next;
  }

  /** An unsigned number that must fit into an int. */
  int u32() throws WasmFormatException {
    long number = leb(Integer.SIZE, false);
    if (number > Integer.MAX_VALUE) {
      throw failure("the number " + number + " is too large");
    }
    return (int) number;
  }

  /** A count of things that take at least one byte each. */
  int count() throws WasmFormatException {
    int count = u32();
    if (count > left()) {
      throw failure("announces " + count + " entries in " + left() + " bytes");
    }
    return count;
  }

  long u64() throws WasmFormatException {
    return leb(Long.SIZE, false);
  }

  long s33() throws WasmFormatException {
    return leb(33, true);
  }

  void skipLeb() throws WasmFormatException {
    leb(Long.SIZE, true);
  }

  private long leb(int bits, boolean signed) throws WasmFormatException {
    long number = 0;
    int shift = 0;
    int next;
    do {
      if (shift >= bits) {
        throw failure("a number has more than " + bits + " bits");
      }
      next = u8();
      number |= (long) (next & 0x7f) << shift;
      shift += BITS_PER_BYTE;
    } while ((next & MORE) != 0);
    boolean negative = signed && (next & 0x40) != 0;
    return negative && shift < Long.SIZE ? number | -1L << shift : number;
  }

  /** A name; bytes that are not UTF-8 are replaced. */
  String name() throws WasmFormatException {
    int length = u32();
    int from = at;
    skip(length);
    return new String(bytes, from, length, StandardCharsets.UTF_8);
  }

  WasmFormatException failure(String what) {
    return new WasmFormatException(what + ", at byte " + at);
  }
}
