package dev.coldstart.runtimes.javatwin;

import dev.coldstart.spi.HandlerInstance;

/**
 * Stands for the class that {@link CompileCall} compiles under this name. The adapter is compiled against it, and the
 * build keeps it out of the jar: in a launch, the class that calls the user's is on the class path.
 */
final class PreparedCall implements HandlerInstance {

  @Override
  public byte[] handle(byte[] event) {
    throw new IllegalStateException("no call was compiled");
  }
}
