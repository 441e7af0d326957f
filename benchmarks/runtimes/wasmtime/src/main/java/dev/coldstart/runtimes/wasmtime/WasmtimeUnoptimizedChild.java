package dev.coldstart.runtimes.wasmtime;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmRuntime;
import io.github.kawamuray.wasmtime.Config;
import io.github.kawamuray.wasmtime.OptLevel;
import java.io.IOException;

/** The child that answers with {@link WasmtimeJni}, compiled without optimisation. The default is speed. */
public final class WasmtimeUnoptimizedChild extends ColdStart {

  public static void main(String[] args) throws IOException {
    new WasmtimeUnoptimizedChild().answer(args);
  }

  @Override
  public WasmRuntime open() {
    return new WasmtimeJni(new Config().craneliftOptLevel(OptLevel.NONE));
  }
}
