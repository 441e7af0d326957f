package dev.coldstart.runtimes.plainjava;

/** A fixture's Java twin: answers every event with the same bytes as the fixture's Wasm module. */
public interface Handler {
  byte[] handle(byte[] event);
}
