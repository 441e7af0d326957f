package dev.coldstart.spi;

/**
 * An instance that answers events, one at a time and on one thread.
 *
 * <p>A fixture's module exports {@code memory}, {@code alloc(len) -> ptr} and {@code handle(ptr, len) -> i64}; the
 * result holds the response's place in memory as {@code ptr << 32 | len}, both unsigned.
 */
public interface HandlerInstance extends AutoCloseable {

  /**
   * Answers one event.
   *
   * @param event the event's bytes; not changed
   * @return the response's bytes, a copy that outlives the instance
   * @throws Exception when the handler traps, or when its response does not lie in its memory
   */
  byte[] handle(byte[] event) throws Exception;

  /**
   * Fails unless a response lies in the instance's memory. To be asked before room is made for it: a faulty module can
   * claim 4 GiB. It stands here because a class of its own would have to be loaded inside the clock.
   *
   * @param response what {@code handle} returned, {@code ptr << 32 | len}
   * @param memoryBytes the memory's size after the call
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
