package dev.coldstart.jmh;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * One fresh JVM in which JMH measures one phase.
 *
 * @param phase a method of {@link FirstTouch} or {@link SteadyState}; must not be a phase that the configuration
 * declares fused, because that method only returns
 * @param java the JVM's executable; if this is not the path of the host's own, JMH starts it two more times to ask for
 * its version
 * @param feature that JVM's feature release, passed in because asking the JVM costs as much as a fork
 * @param jvmArgs the fork's arguments, in addition to those that JMH and the benchmarks need; the host's arguments are
 * not inherited
 * @param warmup warm-up time of steady state; a first touch has none
 * @param measurement measuring time of steady state; a first touch is one operation
 * @param timeout limit for the whole fork, including the JVM's start
 */
public record JmhFork(Subject subject, Measure measure, String phase, Path java, int feature, List<String> jvmArgs,
    Duration warmup, Duration measurement, Duration timeout) {

  /**
   * The configuration and the fixture that a fork runs.
   *
   * @param configuration label in JMH's result
   * @param fixture label in JMH's result, and the module's name for an engine that needs one
   * @param child class name of the {@link dev.coldstart.child.ColdStart} that opens the adapter
   * @param classPath the runtime's class path; JMH's is put before it
   * @param entry what is done with an instance, as a child takes it
   * @param imports the path of the providers of its imports, as a child takes it
   */
  public record Subject(String configuration, String fixture, String child, List<Path> classPath, Path module,
      Path event, Path expected, String entry, String imports) {}

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
  }

  /** From this release on, the JVM warns on standard error when JMH uses Unsafe, unless an option allows it. */
  private static final int UNSAFE_MUST_BE_ALLOWED_SINCE = 23;

  /** Iterations of steady state. Several, so that raw data show whether times were still falling. */
  private static final int ITERATIONS = 5;

  /** Identifies the fork in messages, with JMH's names of benchmark and mode. */
  String description() {
    return "configuration=" + subject.configuration() + " fixture=" + subject.fixture() + " benchmark="
        + measure.benchmark() + "." + phase + " mode=" + measure.modeName();
  }

  Options options() {
    ChainedOptionsBuilder options =
        new OptionsBuilder().include("^" + measure.benchmarks.getName() + "\\." + phase + "$")
            .mode(measure.mode)
            .param("configuration", subject.configuration())
            .param("fixture", subject.fixture())
            .jvm(java.toString())
            .jvmArgs(allJvmArgs().toArray(String[]::new))
            .forks(1)
            .threads(1)
            .timeout(timeValue(timeout))
            .shouldFailOnError(true)
            // JMH would force a collection through the management beans. That is not part of a first touch, and in
            // steady state it would hide the cost of the runtime's own garbage.
            .shouldDoGC(false);
    if (measure != Measure.FIRST_TOUCH) {
      options.warmupIterations(ITERATIONS)
          .warmupTime(timeValue(warmup.dividedBy(ITERATIONS)))
          .measurementIterations(ITERATIONS)
          .measurementTime(timeValue(measurement.dividedBy(ITERATIONS)));
    }
    return options.build();
  }

  /** The caller's arguments, then those that JMH and the benchmarks need. */
  List<String> allJvmArgs() {
    List<String> arguments = new ArrayList<>(jvmArgs);
    if (feature >= UNSAFE_MUST_BE_ALLOWED_SINCE) {
      arguments.add("--sun-misc-unsafe-memory-access=allow");
    }
    arguments.add("-D" + Stages.CHILD + "=" + subject.child());
    arguments.add("-D" + Stages.MODULE + "=" + subject.module());
    arguments.add("-D" + Stages.EVENT + "=" + subject.event());
    arguments.add("-D" + Stages.EXPECTED + "=" + subject.expected());
    arguments.add("-D" + Stages.ENTRY + "=" + subject.entry());
    arguments.add("-D" + Stages.IMPORTS + "=" + subject.imports());
    return arguments;
  }

  private static TimeValue timeValue(Duration duration) {
    return TimeValue.nanoseconds(duration.toNanos());
  }
}
