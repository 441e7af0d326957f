package dev.coldstart.runtimes.plainjava;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmRuntime;
import java.io.IOException;

/** The child that answers with {@link PlainJava}. */
public final class PlainJavaChild extends ColdStart {

  public static void main(String[] args) throws IOException {
    new PlainJavaChild().answer(args);
  }

  @Override
  public WasmRuntime open() {
    return new PlainJava();
  }
}
