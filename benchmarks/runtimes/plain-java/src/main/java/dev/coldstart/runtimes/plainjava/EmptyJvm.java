package dev.coldstart.runtimes.plainjava;

import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.HandlerInstance;
import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.Wasi;
import dev.coldstart.spi.WasmRuntime;

/**
 * The baseline of a module that has no Java twin: a JVM that starts and answers, and does nothing else. It gets the
 * expected response in place of the event and returns it.
 */
final class EmptyJvm implements WasmRuntime, ParsedModule, CompiledModule, HandlerInstance {

  @Override
  public String engine() {
    return PlainJava.jvm();
  }

  @Override
  public ParsedModule parse(String fixture, byte[] wasm, Wasi wasi) {
    return this;
  }

  @Override
  public CompiledModule compile() {
    return this;
  }

  @Override
  public HandlerInstance handler() {
    return this;
  }

  @Override
  public byte[] handle(byte[] expected) {
    return expected.clone();
  }

  @Override
  public void close() {}
}
