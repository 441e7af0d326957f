package dev.coldstart.spi;

/** A module of which instances can be made, each with a memory of its own. */
public interface CompiledModule extends AutoCloseable {

  HandlerInstance instantiate() throws Exception;

  @Override
  default void close() {}
}
