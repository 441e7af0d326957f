package dev.coldstart.spi;

/** A module that is ready to be instantiated. Each instance has its own memory. */
public interface CompiledModule extends AutoCloseable {

  /**
   * Instantiates another module, whose exports become what this one imports from one name. Done before this module is
   * instantiated, and once: all its instances share the provider.
   *
   * @param name the name under which this module imports
   * @param wasm a module that imports nothing
   * @return null if this is no Wasm, and so imports nothing
   */
  default WasmInstance<?> provide(String name, byte[] wasm) throws Exception {
    return null;
  }

  /**
   * An instance of the module. Null if it is no Wasm, and {@link #handler} makes the instance.
   *
   * @throws Exception the engine's own, for example if an import has no provider or the start function traps
   */
  default WasmInstance<?> instantiate() throws Exception {
    return null;
  }

  /** An instance of what is no Wasm and answers events itself, as a Java twin does. Null for Wasm. */
  default HandlerInstance handler() throws Exception {
    return null;
  }

  /**
   * What the engine counted about this module, such as the functions that it could not compile: lines of a name, a
   * space and a number. Asked for after the response, which it does not delay. Null if the engine does not tell, or if
   * the module has no instance yet.
   */
  default String counts() {
    return null;
  }

  @Override
  default void close() {}
}
