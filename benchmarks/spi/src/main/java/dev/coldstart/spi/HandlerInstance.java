package dev.coldstart.spi;

/** An instance that answers events, one at a time and on one thread. */
public interface HandlerInstance extends AutoCloseable {

  /**
   * Answers one event.
   *
   * @param event the event's bytes; not changed
   * @return the response's bytes, a copy that outlives the instance
   * @throws Exception if the handler traps, or if its response lies outside its memory
   */
  byte[] handle(byte[] event) throws Exception;

  @Override
  default void close() {}
}
