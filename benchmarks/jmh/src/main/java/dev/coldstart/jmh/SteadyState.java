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
 * One phase over and over in a JVM that has warmed up: its mean, and the distribution of its times.
 *
 * <p>Deliberately true of the set-up:
 *
 * <ul> <li>{@link #parse}, {@link #compile} and {@link #instantiate} close what they make, inside the operation. An
 * engine with native memory ends after some 10,000 instances otherwise, and what disposal costs there is the
 * collector's work, and thus inside the operation too, where the engine is Java. <li>The stage before is made once and
 * used by all operations, with the same bytes: an engine that caches by content shows its cache. <li>{@link #invoke}
 * uses one instance for all events. Its response is compared in {@code @Setup} and after each iteration, not in the
 * operation. <li>One thread, closed loop: the next operation begins when the one before has ended. <li>Whether it is
 * warm is for the reader to judge from the iterations in JMH's raw data: some engines need 20 s, and a short warm-up
 * then tells what they are like on the way. </ul>
 *
 * <p>By hand as {@link FirstTouch}, with {@code SteadyState.invoke -bm sample -wi 5 -w 2 -i 5 -r 2} instead.
 */
@BenchmarkMode({Mode.SampleTime, Mode.AverageTime})
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
public class SteadyState {

  @Benchmark
  public ParsedModule parse(Stages.Loaded handler) throws Exception {
    try (ParsedModule parsed = handler.runtime.parse(handler.fixture, handler.wasm)) {
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
    try (HandlerInstance instance = handler.compiled.instantiate()) {
      return instance;
    }
  }

  @Benchmark
  public byte[] invoke(Stages.Answered handler) throws Exception {
    return handler.invoke();
  }
}
