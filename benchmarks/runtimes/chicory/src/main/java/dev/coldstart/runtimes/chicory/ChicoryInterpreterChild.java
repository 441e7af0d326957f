package dev.coldstart.runtimes.chicory;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmRuntime;
import java.io.IOException;

/** The child that answers with {@link ChicoryInterpreter}. */
public final class ChicoryInterpreterChild extends ColdStart {

  public static void main(String[] args) throws IOException {
    new ChicoryInterpreterChild().answer(args);
  }

  @Override
  public WasmRuntime open() {
    return new ChicoryInterpreter(null);
  }
}
