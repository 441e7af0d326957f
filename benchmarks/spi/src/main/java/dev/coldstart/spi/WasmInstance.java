package dev.coldstart.spi;

/**
 * An instance of a Wasm module: its exported functions, called with numbers, and its exported memory. Used on one
 * thread.
 *
 * <p>A number is passed as the bits of a {@code long}: an i32 in the lower half, whatever the upper half holds; an f32
 * and an f64 as {@link Float#floatToRawIntBits} and {@link Double#doubleToRawLongBits} give them. A type is written
 * like the descriptor of a Java method: {@code (IJ)F} takes an i32 and an i64 and returns an f32. D is an f64; after
 * the bracket there may be several letters, or none.
 *
 * <p>Functions are looked up once and called often, so a function is the engine's own object, of the type {@code F}. A
 * class around it would be one more class to load during the measured time.
 */
public interface WasmInstance<F> extends AutoCloseable {

  /**
   * The exported function with that name.
   *
   * @throws RuntimeException the engine's own, if there is none
   */
  F function(String name);

  /**
   * Calls a function.
   *
   * @param type the function's type, which the caller must know: some engines check neither number nor types
   * @return the results, as many as the type has; may be null if it has none
   * @throws Exception the engine's own, if the function traps
   */
  long[] call(F function, String type, long... arguments) throws Exception;

  /** The present size of the memory in bytes, which calls may increase. Negative if the module exports no memory. */
  long memoryBytes();

  /** Copies memory into a new array. The range must lie inside the memory. */
  byte[] read(long address, int length);

  /** Copies bytes into the memory. Fails if they do not fit in. */
  void write(long address, byte[] bytes);

  @Override
  default void close() {}
}
