package dev.coldstart.runtimes.chicorybuildtime;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmRuntime;
import java.io.IOException;

/** The child that answers with {@link ChicoryBuildTime}. */
public final class ChicoryBuildTimeChild extends ColdStart {

  public static void main(String[] args) throws IOException {
    new ChicoryBuildTimeChild().answer(args);
  }

  @Override
  public WasmRuntime open() {
    return new ChicoryBuildTime();
  }
}
