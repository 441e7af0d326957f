package dev.coldstart.jmh;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * One fresh JVM in which JMH measures one phase.
 *
 * @param phase a method of {@link FirstTouch} or {@link SteadyState}; not one that the configuration declares fused,
 * for its time would be that of a return
 * @param java the JVM's executable; when it is the host's own, by the same path, JMH need not ask it for its version,
 * which costs two more starts
 * @param jvmArgs the fork's arguments, in addition to those that JMH and the benchmarks need; the host's own are not
 * inherited
 * @param warmup in steady state, the time to warm up; a first touch has none
 * @param measurement in steady state, the time to measure; a first touch is one operation
 * @param timeout for all of it, the JVM's start included
 */
public record JmhFork(Subject subject, Measure measure, String phase, Path java, List<String> jvmArgs, Duration warmup,
    Duration measurement, Duration timeout) {

  /** In steady state, so that raw data show whether times were still falling. */
  private static final int ITERATIONS = 5;

  public JmhFork {
    jvmArgs = List.copyOf(jvmArgs);
  }

  /** Names the fork in a message, as JMH names benchmark and mode. */
  String description() {
    return "configuration=" + subject.configuration() + " fixture=" + subject.fixture() + " benchmark="
        + measure.benchmark() + "." + phase + " mode=" + measure.modeName();
  }

  Options options(List<String> allJvmArgs) {
    ChainedOptionsBuilder options =
        new OptionsBuilder().include("^" + measure.benchmarks().getName() + "\\." + phase + "$")
            .mode(measure.mode())
            .param("configuration", subject.configuration())
            .param("fixture", subject.fixture())
            .jvm(java.toString())
            .jvmArgs(allJvmArgs.toArray(String[]::new))
            .forks(1)
            .threads(1)
            .timeout(timeValue(timeout))
            .shouldFailOnError(true)
            // JMH forces a collection through the management beans: work that is no part of a first touch, and in
            // steady
            // state it would hide what the runtime's own garbage costs.
            .shouldDoGC(false);
    if (measure != Measure.FIRST_TOUCH) {
      options.warmupIterations(ITERATIONS)
          .warmupTime(timeValue(warmup.dividedBy(ITERATIONS)))
          .measurementIterations(ITERATIONS)
          .measurementTime(timeValue(measurement.dividedBy(ITERATIONS)));
    }
    return options.build();
  }

  private static TimeValue timeValue(Duration duration) {
    return TimeValue.nanoseconds(duration.toNanos());
  }
}
