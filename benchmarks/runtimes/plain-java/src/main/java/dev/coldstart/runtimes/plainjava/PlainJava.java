package dev.coldstart.runtimes.plainjava;

import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.WasmRuntime;

/** The baseline: no Wasm at all, but the fixture's Java twin. */
public final class PlainJava implements WasmRuntime {

  @Override
  public String engine() {
    return System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version");
  }

  /** Ignores the module: the twin is found by the fixture's name. */
  @Override
  public ParsedModule parse(String fixture, byte[] wasm) {
    return new Twin(fixture);
  }
}
