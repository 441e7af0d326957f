package dev.coldstart.jmh;

import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.HandlerInstance;
import dev.coldstart.spi.ParsedModule;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * One phase repeated in a warm JVM: the mean and the distribution of its times.
 *
 * <p>Deliberate choices of the set-up:
 *
 * <ul> <li>{@link #parse}, {@link #compile} and {@link #instantiate} close what they make, inside the operation.
 * Without that, an engine with native memory fails after about 10,000 instances. In a Java engine the collector does
 * the same work, also inside the operation. <li>All operations use the same earlier stage and the same bytes, so an
 * engine that caches by content shows its cache. <li>{@link #invoke} uses one instance for all events. Its response is
 * compared in {@code @Setup} and after each iteration, not in the operation. <li>One thread, closed loop: the next
 * operation begins when the previous one has ended. <li>The reader must judge from the iterations in JMH's raw data
 * whether the JVM is warm. Some engines need 20 s, and after a shorter warm-up the numbers describe an engine that is
 * still warming up. </ul>
 *
 * <p>To run it by hand, see {@link FirstTouch}, but use {@code SteadyState.invoke -bm sample -wi 5 -w 2 -i 5 -r 2}.
 */
@BenchmarkMode({Mode.SampleTime, Mode.AverageTime})
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
public class SteadyState {

  @Benchmark
  public ParsedModule parse(Stages.Loaded handler) throws Exception {
    try (ParsedModule parsed = handler.runtime.parse(handler.fixture, handler.wasm, null)) {
      return parsed;
    }
  }

  @Benchmark
  public CompiledModule compile(Stages.Parsed handler) throws Exception {
    try (CompiledModule compiled = handler.parsed.compile()) {
      return compiled;
    }
  }

  @Benchmark
  public HandlerInstance instantiate(Stages.Compiled handler) throws Exception {
    try (HandlerInstance instance = handler.another()) {
      return instance;
    }
  }

  @Benchmark
  public byte[] invoke(Stages.Answered handler) throws Exception {
    return handler.invoke();
  }
}
