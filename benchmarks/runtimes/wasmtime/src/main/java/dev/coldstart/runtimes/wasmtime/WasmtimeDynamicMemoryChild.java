package dev.coldstart.runtimes.wasmtime;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmRuntime;
import io.github.kawamuray.wasmtime.Config;
import java.io.IOException;

/** The child that answers with {@link WasmtimeJni} without reserving address space for growth. The default is 4 GiB. */
public final class WasmtimeDynamicMemoryChild extends ColdStart {

  public static void main(String[] args) throws IOException {
    new WasmtimeDynamicMemoryChild().answer(args);
  }

  @Override
  public WasmRuntime open() {
    return new WasmtimeJni(new Config().staticMemoryMaximumSize(0));
  }
}
