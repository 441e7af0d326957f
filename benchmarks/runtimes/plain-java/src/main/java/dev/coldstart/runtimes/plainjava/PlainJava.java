package dev.coldstart.runtimes.plainjava;

import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.Wasi;
import dev.coldstart.spi.WasmRuntime;

/** The baseline: runs the fixture's Java twin, without Wasm. */
public final class PlainJava implements WasmRuntime {

  @Override
  public String engine() {
    return jvm();
  }

  /** The JVM's name and version. */
  static String jvm() {
    return System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version");
  }

  /** Ignores the module and finds the twin by the fixture's id. */
  @Override
  public ParsedModule parse(String fixture, byte[] wasm, Wasi wasi) {
    return new Twin(fixture);
  }
}
