package dev.coldstart.launcher.child;

import java.io.IOException;

/** Holds back a child that is ready to be spawned. */
@FunctionalInterface
public interface StartBarrier {

  StartBarrier OPEN = () -> {};

  /**
   * Blocks until the child may be spawned.
   *
   * @throws IOException if the child must not be spawned at all
   */
  void await() throws IOException, InterruptedException;
}
