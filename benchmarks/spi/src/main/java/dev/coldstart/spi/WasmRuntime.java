package dev.coldstart.spi;

/**
 * One configuration of a runtime, and the first of four stages. The types enforce the order of the stages, which is
 * {@code parse}, {@code compile}, {@code instantiate}, {@code handle}.
 *
 * <p>Creating an implementation also creates the engine. This time counts as the phase {@code load}. An implementation
 * has no clock, no cache and no retry, and uses the library's defaults unless the configuration's name says otherwise.
 * It throws the engine's own exceptions; the caller adds fixture and phase.
 *
 * <p>The owner of the stages closes all of them in reverse order. It calls {@code close} only once.
 */
public interface WasmRuntime extends AutoCloseable {

  /** The engine's name and version as the engine states them, on one line. Not called during the measured time. */
  String engine();

  /**
   * Decodes and validates a module.
   *
   * @param fixture the fixture's id; an engine that needs a module name gets this one * @param wasm the module in the
   * binary format; must not change while a stage made from it is open
   * @param wasi null unless the module imports it
   */
  ParsedModule parse(String fixture, byte[] wasm, Wasi wasi) throws Exception;

  /**
   * The exit code with which a module ended itself through WASI, if that is what this exception of the engine's means.
   * Negative if it means anything else.
   */
  default int exitCode(Exception thrown) {
    return -1;
  }

  @Override
  default void close() {}
}
