package dev.coldstart.child;

import dev.coldstart.spi.HandlerInstance;
import dev.coldstart.spi.WasmInstance;

/**
 * Answers events through the exports of a fixture's module: {@code memory}, {@code alloc(len) -> ptr} and
 * {@code handle(ptr, len) -> i64}. The result holds the response's address and length as {@code ptr << 32 | len}, both
 * unsigned.
 *
 * @param <F> the engine's type for functions
 */
final class HandlerAbi<F> implements HandlerInstance {

  private final WasmInstance<F> instance;
  private final F alloc;
  private final F handle;

  /** @throws RuntimeException if the module lacks one of the exports */
  HandlerAbi(WasmInstance<F> instance) {
    this.instance = instance;
    alloc = instance.function("alloc");
    handle = instance.function("handle");
    if (instance.memoryBytes() < 0) {
      throw new IllegalArgumentException("the module exports no memory");
    }
  }

  @Override
  public byte[] handle(byte[] event) throws Exception {
    long ptr = instance.call(alloc, "(I)I", event.length)[0];
    instance.write(ptr & 0xffff_ffffL, event);
    long response = instance.call(handle, "(II)J", ptr, event.length)[0];
    requireInMemory(response, instance.memoryBytes());
    return instance.read(response >>> Integer.SIZE, (int) response);
  }

  /**
   * Fails unless the response lies in the memory. Needed before an array is allocated for it: a faulty module can claim
   * 4 GiB.
   *
   * @param response the result of {@code handle}
   * @param memoryBytes size of the memory after the call
   */
  static void requireInMemory(long response, long memoryBytes) {
    long ptr = response >>> Integer.SIZE;
    long len = response & 0xffff_ffffL;
    if (ptr + len > memoryBytes) {
      throw new IndexOutOfBoundsException(
          "response of " + len + " bytes at " + ptr + " lies outside the memory of " + memoryBytes + " bytes");
    }
  }

  @Override
  public void close() {
    instance.close();
  }
}
