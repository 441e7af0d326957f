package dev.coldstart.spi;

/** An instance of a module: of Wasm, or one that answers events itself, as a Java twin does. */
public sealed interface Instance extends AutoCloseable permits WasmInstance, HandlerInstance {

  @Override
  default void close() {}
}
