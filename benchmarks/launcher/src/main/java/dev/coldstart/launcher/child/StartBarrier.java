package dev.coldstart.launcher.child;

import java.io.IOException;

/** Holds a child back that is ready to be spawned. */
@FunctionalInterface
public interface StartBarrier {

  /** Holds nothing back. */
  StartBarrier OPEN = () -> {};

  /**
   * Returns when the child is to be spawned.
   *
   * @throws IOException when it is not to be spawned at all
   */
  void await() throws IOException, InterruptedException;
}
