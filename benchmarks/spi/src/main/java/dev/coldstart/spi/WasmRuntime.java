package dev.coldstart.spi;

/**
 * One configuration of a runtime, and the first of four stages whose order the types hold: {@code parse}, {@code
 * compile}, {@code instantiate}, {@code handle}.
 *
 * <p>An implementation has a public constructor without arguments, in which the engine itself is created; that time
 * counts as the phase {@code load}. It is dumb: no clock, no cache, no retry, and the library's defaults unless the
 * configuration's name says otherwise. A failure is whatever the engine throws; the caller adds fixture and phase.
 *
 * <p>Every stage is closed by its owner, the last one opened first. {@code close} may be called once only.
 */
public interface WasmRuntime extends AutoCloseable {

  /** The engine's name and version as the engine itself states it, on one line. Asked for only outside the clock. */
  String engine();

  /**
   * Decodes and validates a module.
   *
   * @param fixture the fixture's id; an engine that wants a name for a module gets this one
   * @param wasm the module's bytes, in the binary format; changed by nobody while a stage made of them is open
   */
  ParsedModule parse(String fixture, byte[] wasm) throws Exception;

  @Override
  default void close() {}
}
