package dev.coldstart.runtimes.graalwasm;

import dev.coldstart.spi.HandlerInstance;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.graalvm.polyglot.Value;

/** Needs no close: the collector frees an instance and its memory, even while its context stays open. */
final class GraalWasmInstance implements HandlerInstance {

  private final Value memory;
  private final Value alloc;
  private final Value handle;

  GraalWasmInstance(Value exports) {
    memory = exports.getMember("memory");
    alloc = exports.getMember("alloc");
    handle = exports.getMember("handle");
  }

  @Override
  public byte[] handle(byte[] event) {
    int ptr = alloc.execute(event.length).asInt();
    write(Integer.toUnsignedLong(ptr), event);
    long response = handle.execute(ptr, event.length).asLong();
    HandlerInstance.requireInMemory(response, memory.getBufferSize());
    byte[] copy = new byte[(int) response];
    memory.readBuffer(response >>> Integer.SIZE, copy, 0, copy.length);
    return copy;
  }

  /** Writes eight bytes per call, then the rest, because there is no bulk write. */
  private void write(long offset, byte[] bytes) {
    ByteBuffer longs = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (longs.remaining() >= Long.BYTES) {
      long at = offset + longs.position();
      memory.writeBufferLong(ByteOrder.LITTLE_ENDIAN, at, longs.getLong());
    }
    while (longs.hasRemaining()) {
      long at = offset + longs.position();
      memory.writeBufferByte(at, longs.get());
    }
  }
}
