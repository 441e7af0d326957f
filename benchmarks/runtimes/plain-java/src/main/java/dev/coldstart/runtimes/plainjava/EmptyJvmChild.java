package dev.coldstart.runtimes.plainjava;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmRuntime;
import java.io.IOException;

/** The child that answers with {@link EmptyJvm}. */
public final class EmptyJvmChild extends ColdStart {

  public static void main(String[] args) throws IOException {
    new EmptyJvmChild().answer(args);
  }

  @Override
  public WasmRuntime open() {
    return new EmptyJvm();
  }
}
