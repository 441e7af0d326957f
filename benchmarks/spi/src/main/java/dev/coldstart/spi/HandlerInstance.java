package dev.coldstart.spi;

/**
 * An instance that answers events, one at a time and on one thread.
 *
 * <p>A fixture's module exports {@code memory}, {@code alloc(len) -> ptr} and {@code handle(ptr, len) -> i64}; the
 * result holds the response's address and length as {@code ptr << 32 | len}, both unsigned.
 */
public interface HandlerInstance extends AutoCloseable {

  /**
   * Answers one event.
   *
   * @param event the event's bytes; not changed
   * @return the response's bytes, a copy that outlives the instance
   * @throws Exception if the handler traps, or if its response lies outside its memory
   */
  byte[] handle(byte[] event) throws Exception;

  /**
   * Fails unless the response lies in the instance's memory. Call it before allocating an array for the response: a
   * faulty module can claim 4 GiB. It is a method of this interface because a class of its own would be loaded during
   * the measured time.
   *
   * @param response the result of {@code handle}, {@code ptr << 32 | len}
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
  default void close() {}
}
