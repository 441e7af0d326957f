package dev.coldstart.spi;

/** A module that is ready to be instantiated. Each instance has its own memory. */
public interface CompiledModule extends AutoCloseable {

  Instance instantiate() throws Exception;

  @Override
  default void close() {}
}
