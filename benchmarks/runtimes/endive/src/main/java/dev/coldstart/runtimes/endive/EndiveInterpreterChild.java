package dev.coldstart.runtimes.endive;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmRuntime;
import java.io.IOException;

/** The child that answers with {@link EndiveInterpreter}. */
public final class EndiveInterpreterChild extends ColdStart {

  public static void main(String[] args) throws IOException {
    new EndiveInterpreterChild().answer(args);
  }

  @Override
  public WasmRuntime open() {
    return new EndiveInterpreter();
  }
}
