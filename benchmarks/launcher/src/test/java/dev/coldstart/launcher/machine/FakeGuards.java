package dev.coldstart.launcher.machine;

import dev.coldstart.record.Guards;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Returns the guards that a test defines.
 *
 * @param shown returns the guards by how many blocks have ended before, from 0
 */
public final class FakeGuards implements Supplier<Guards> {

  private final IntFunction<Guards> shown;
  private int ended;

  public FakeGuards(IntFunction<Guards> shown) {
    this.shown = shown;
  }

  public static Guards quiet() {
    return guards(0, 0);
  }

  public static Guards guards(double stealPart, double throttledPart) {
    return new Guards(0.1, stealPart, throttledPart, 0.0, 0.0, 0.0, 0.0, null, 0, 1L << 40);
  }

  @Override
  public Guards get() {
    return shown.apply(ended++);
  }
}
