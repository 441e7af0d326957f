package dev.coldstart.runtimes.wasmtime;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmRuntime;
import io.github.kawamuray.wasmtime.Config;
import io.github.kawamuray.wasmtime.OptLevel;
import java.io.IOException;

/** The child that answers with {@link WasmtimeJni}, compiled for speed and size. The default is speed alone. */
public final class WasmtimeSpeedAndSizeChild extends ColdStart {

  public static void main(String[] args) throws IOException {
    new WasmtimeSpeedAndSizeChild().answer(args);
  }

  @Override
  public WasmRuntime open() {
    return new WasmtimeJni(new Config().craneliftOptLevel(OptLevel.SPEED_AND_SIZE));
  }
}
