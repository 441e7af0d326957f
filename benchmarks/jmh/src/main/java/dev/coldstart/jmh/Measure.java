package dev.coldstart.jmh;

import org.openjdk.jmh.annotations.Mode;

/** A benchmark class in one of its modes. */
public enum Measure {
  FIRST_TOUCH(FirstTouch.class, Mode.SingleShotTime),
  /** JMH's result holds the distribution of the times. */
  STEADY_SAMPLES(SteadyState.class, Mode.SampleTime),
  STEADY_AVERAGE(SteadyState.class, Mode.AverageTime);

  private final Class<?> benchmarks;
  private final Mode mode;

  Measure(Class<?> benchmarks, Mode mode) {
    this.benchmarks = benchmarks;
    this.mode = mode;
  }

  /** {@code FirstTouch} or {@code SteadyState}. */
  public String benchmark() {
    return benchmarks.getSimpleName();
  }

  /** JMH's short name: {@code ss}, {@code sample} or {@code avgt}. */
  public String modeName() {
    return mode.shortLabel();
  }

  Class<?> benchmarks() {
    return benchmarks;
  }

  Mode mode() {
    return mode;
  }
}
