package dev.coldstart.child;

import dev.coldstart.spi.HandlerInstance;
import dev.coldstart.spi.WasmInstance;

/**
 * Answers any event by calling one exported function with the same numbers. The response is the results, 8 bytes each,
 * the least significant first: an i32 extended by its sign, an f32 by zeroes, and every NaN as the same one.
 *
 * @param <F> the engine's type for functions
 */
final class ExportCall<F> implements HandlerInstance {

  /** Radix of the arguments' bits. */
  private static final int HEX = 16;

  private final WasmInstance<F> instance;
  private final F function;
  private final String type;
  private final long[] arguments;

  /** @param entry {@code call:<type>:<arguments' bits in hex, separated by commas>:<export>} */
  ExportCall(WasmInstance<F> instance, String entry) {
    int typeAt = entry.indexOf(':') + 1;
    int argumentsAt = entry.indexOf(':', typeAt) + 1;
    int exportAt = entry.indexOf(':', argumentsAt) + 1;
    type = entry.substring(typeAt, argumentsAt - 1);
    arguments = new long[type.indexOf(')') - 1];
    int from = argumentsAt;
    for (int i = 0; i < arguments.length; i++) {
      int comma = entry.indexOf(',', from);
      int until = comma < 0 || comma >= exportAt ? exportAt - 1 : comma;
      arguments[i] = Long.parseUnsignedLong(entry.substring(from, until), HEX);
      from = until + 1;
    }
    this.instance = instance;
    function = instance.function(entry.substring(exportAt));
  }

  @Override
  public byte[] handle(byte[] event) throws Exception {
    long[] results = instance.call(function, type, arguments);
    int first = type.indexOf(')') + 1;
    int count = type.length() - first;
    byte[] response = new byte[count * Long.BYTES];
    for (int i = 0; i < count; i++) {
      long bits = normal(type.charAt(first + i), results[i]);
      for (int k = 0; k < Long.BYTES; k++) {
        response[i * Long.BYTES + k] = (byte) (bits >>> k * Byte.SIZE);
      }
    }
    return response;
  }

  private static long normal(char type, long bits) {
    switch (type) {
      case 'I' :
        return (int) bits;
      case 'F' :
        return Float.floatToIntBits(Float.intBitsToFloat((int) bits)) & 0xffff_ffffL;
      case 'D' :
        return Double.doubleToLongBits(Double.longBitsToDouble(bits));
      default :
        return bits;
    }
  }

  @Override
  public void close() {
    instance.close();
  }
}
