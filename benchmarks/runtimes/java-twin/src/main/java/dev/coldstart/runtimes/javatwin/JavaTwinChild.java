package dev.coldstart.runtimes.javatwin;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmRuntime;
import java.io.IOException;

/** The child that answers with {@link JavaTwin}. */
public final class JavaTwinChild extends ColdStart {

  public static void main(String[] args) throws IOException {
    new JavaTwinChild().answer(args);
  }

  @Override
  public WasmRuntime open() {
    return new JavaTwin();
  }
}
