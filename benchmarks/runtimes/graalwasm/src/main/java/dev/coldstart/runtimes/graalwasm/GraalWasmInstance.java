package dev.coldstart.runtimes.graalwasm;

import dev.coldstart.spi.WasmInstance;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.graalvm.polyglot.Value;

/** Needs no close: the collector frees an instance and its memory, even while its context stays open. */
final class GraalWasmInstance implements WasmInstance<Value> {

  private final Value exports;
  private final Value memory;

  GraalWasmInstance(Value exports) {
    this.exports = exports;
    memory = exports.getMember("memory");
  }

  @Override
  public Value function(String name) {
    Value function = exports.getMember(name);
    if (function == null || !function.canExecute()) {
      throw new IllegalArgumentException("the module exports no function ".concat(name));
    }
    return function;
  }

  @Override
  public long[] call(Value function, String type, long... arguments) {
    Object[] values = new Object[arguments.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(type.charAt(i + 1), arguments[i]);
    }
    Value result = function.execute(values);
    int at = values.length + 2;
    long[] bits = new long[type.length() - at];
    if (bits.length == 1) {
      bits[0] = bits(type.charAt(at), result);
    }
    for (int i = 0; i < bits.length && bits.length > 1; i++) {
      bits[i] = bits(type.charAt(at + i), result.getArrayElement(i));
    }
    return bits;
  }

  /** GraalWasm takes a number only as the exact Java type. */
  private static Object value(char type, long bits) {
    switch (type) {
      case 'I' :
        return (int) bits;
      case 'J' :
        return bits;
      case 'F' :
        return Float.intBitsToFloat((int) bits);
      default :
        return Double.longBitsToDouble(bits);
    }
  }

  private static long bits(char type, Value value) {
    switch (type) {
      case 'I' :
        return value.asInt();
      case 'J' :
        return value.asLong();
      case 'F' :
        return Float.floatToRawIntBits(value.asFloat());
      default :
        return Double.doubleToRawLongBits(value.asDouble());
    }
  }

  @Override
  public long memoryBytes() {
    return memory == null ? -1 : memory.getBufferSize();
  }

  @Override
  public byte[] read(long address, int length) {
    byte[] copy = new byte[length];
    memory.readBuffer(address, copy, 0, length);
    return copy;
  }

  /** Writes eight bytes per call, then the rest, because there is no bulk write. */
  @Override
  public void write(long address, byte[] bytes) {
    ByteBuffer longs = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (longs.remaining() >= Long.BYTES) {
      long at = address + longs.position();
      memory.writeBufferLong(ByteOrder.LITTLE_ENDIAN, at, longs.getLong());
    }
    while (longs.hasRemaining()) {
      long at = address + longs.position();
      memory.writeBufferByte(at, longs.get());
    }
  }
}
