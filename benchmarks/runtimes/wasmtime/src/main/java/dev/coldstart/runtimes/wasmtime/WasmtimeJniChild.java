package dev.coldstart.runtimes.wasmtime;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmRuntime;
import java.io.IOException;

/** The child that answers with {@link WasmtimeJni}. */
public final class WasmtimeJniChild extends ColdStart {

  public static void main(String[] args) throws IOException {
    new WasmtimeJniChild().answer(args);
  }

  @Override
  public WasmRuntime open() {
    return new WasmtimeJni();
  }
}
