package dev.coldstart.child;

import dev.coldstart.spi.HandlerInstance;
import dev.coldstart.spi.WasmInstance;
import dev.coldstart.spi.WasmRuntime;

/**
 * Runs a module's {@code _start}, once. The module writes the response to standard output itself.
 *
 * @param <F> the engine's type for functions
 */
final class WasiCommand<F> implements HandlerInstance {

  private final WasmInstance<F> instance;
  private final WasmRuntime runtime;
  private final F start;

  /** @throws RuntimeException if the module is no command */
  WasiCommand(WasmInstance<F> instance, WasmRuntime runtime) {
    this.instance = instance;
    this.runtime = runtime;
    start = instance.function("_start");
  }

  @Override
  public byte[] handle(byte[] event) throws Exception {
    try {
      instance.call(start, "()");
    } catch (Exception thrown) {
      int code = runtime.exitCode(thrown);
      if (code < 0) {
        throw thrown;
      }
      if (code > 0) {
        throw new IllegalStateException("it exited with the code " + code, thrown);
      }
    }
    return new byte[0];
  }

  @Override
  public void close() {
    instance.close();
  }
}
