package dev.coldstart.child;

import dev.coldstart.spi.WasmRuntime;
import java.io.IOException;

/** The child that answers with {@link FakeRuntime}. */
public final class FakeChild extends ColdStart {

  public static void main(String[] args) throws IOException {
    new FakeChild().answer(args);
  }

  @Override
  public WasmRuntime open() {
    return new FakeRuntime();
  }
}
