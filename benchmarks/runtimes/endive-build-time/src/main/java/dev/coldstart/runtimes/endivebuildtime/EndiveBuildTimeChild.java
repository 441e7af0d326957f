package dev.coldstart.runtimes.endivebuildtime;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmRuntime;
import java.io.IOException;

/** The child that answers with {@link EndiveBuildTime}. */
public final class EndiveBuildTimeChild extends ColdStart {

  public static void main(String[] args) throws IOException {
    new EndiveBuildTimeChild().answer(args);
  }

  @Override
  public WasmRuntime open() {
    return new EndiveBuildTime();
  }
}
