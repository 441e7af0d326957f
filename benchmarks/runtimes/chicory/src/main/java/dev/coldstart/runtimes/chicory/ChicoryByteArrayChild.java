package dev.coldstart.runtimes.chicory;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmRuntime;
import java.io.IOException;

/** The child that answers with {@link ChicoryInterpreter} and keeps memory in byte arrays, not byte buffers. */
public final class ChicoryByteArrayChild extends ColdStart {

  public static void main(String[] args) throws IOException {
    new ChicoryByteArrayChild().answer(args);
  }

  @Override
  public WasmRuntime open() {
    return new ChicoryInterpreter(ByteArrayMemory::new);
  }
}
