package dev.coldstart.report;

import java.util.List;

/** From 0, so that the length of a bar is its value. */
record LinearAxis(double high) implements Axis {

  @Override
  public double at(double value) {
    return 100 * value / high;
  }

  @Override
  public List<Double> ticks() {
    return Axis.evenTicks(0, high);
  }
}
