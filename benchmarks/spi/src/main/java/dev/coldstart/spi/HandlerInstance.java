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

  @Override
  default void close() {}
}
