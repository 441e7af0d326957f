package dev.coldstart.runtimes.endive;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmRuntime;
import java.io.IOException;
import run.endive.runtime.ByteArrayMemory;

/** The child that answers with {@link EndiveInterpreter}, memory in byte arrays and not in byte buffers. */
public final class EndiveByteArrayChild extends ColdStart {

  public static void main(String[] args) throws IOException {
    new EndiveByteArrayChild().answer(args);
  }

  @Override
  public WasmRuntime open() {
    return new EndiveInterpreter(ByteArrayMemory::new);
  }
}
