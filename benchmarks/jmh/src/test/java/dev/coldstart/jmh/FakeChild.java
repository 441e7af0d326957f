package dev.coldstart.jmh;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmRuntime;

/** Opens {@link FakeRuntime}. */
public final class FakeChild extends ColdStart {

  @Override
  public WasmRuntime open() {
    return new FakeRuntime();
  }
}
