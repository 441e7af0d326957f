package dev.coldstart.runtimes.plainjava;

public final class Noop implements Handler {
  @Override
  public byte[] handle(byte[] event) {
    return new byte[0];
  }
}
