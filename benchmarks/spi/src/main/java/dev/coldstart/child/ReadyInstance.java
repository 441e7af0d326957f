package dev.coldstart.child;

import dev.coldstart.spi.HandlerInstance;
import dev.coldstart.spi.WasmInstance;

/** Answers any event with nothing: all that is asked of the instance is that it is ready. */
final class ReadyInstance implements HandlerInstance {

  private final WasmInstance<?> instance;

  ReadyInstance(WasmInstance<?> instance) {
    this.instance = instance;
  }

  @Override
  public byte[] handle(byte[] event) {
    return new byte[0];
  }

  @Override
  public void close() {
    instance.close();
  }
}
