package dev.coldstart.runtimes.plainjava;

import dev.coldstart.spi.HandlerInstance;

final class TwinInstance implements HandlerInstance {

  private final Handler handler;

  TwinInstance(Handler handler) {
    this.handler = handler;
  }

  @Override
  public byte[] handle(byte[] event) {
    return handler.handle(event);
  }
}
