package dev.coldstart.runtimes.plainjava;

import dev.coldstart.spi.HandlerInstance;

public final class Noop implements HandlerInstance {
  @Override
  public byte[] handle(byte[] event) {
    return new byte[0];
  }
}
