package dev.coldstart.jmh;

import dev.coldstart.child.HotSpotCounters;
import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.HandlerInstance;
import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.WasmRuntime;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The first use of one phase in a fresh JVM: one operation, once, with no warm-up.
 *
 * <p>Deliberately true of the set-up:
 *
 * <ul> <li>The phases before are done in {@code @Setup}. What they share with the measured one, classes above all, is
 * loaded by then, so the phases of one configuration do not add up to its first response. <li>{@link #load} starts from
 * bytes in memory, with no class of the engine loaded. <li>JMH has by then loaded some 1,600 classes and linked
 * lambdas, where the child's bare main has loaded some 500 (JMH 1.37, JDK 25). A first touch here is therefore faster
 * than in a launch: the difference is the harness tax, and the two are never put in one table. <li>How many it has
 * loaded when the operation begins is counted there, outside the operation, as {@link ClassCount}. <li>Nothing is
 * closed inside the operation, as in a launch up to its first response. <li>{@link #invoke}'s response is compared
 * after the operation; the other phases make none. </ul>
 *
 * <p>{@link JmhDriver} runs these one fork a call, so that configurations interleave. By hand, from the project's root:
 *
 * <pre>{@code
 * runtime=benchmarks/runtimes/chicory/target/stage jmh=benchmarks/jmh/target/stage hello=wasm-fixtures/hello
 * what="-Dcoldstart.child=dev.coldstart.runtimes.chicory.ChicoryInterpreterChild -Dcoldstart.module=$hello/hello.wasm"
 * what="$what -Dcoldstart.event=$hello/events/00-get.json -Dcoldstart.expected=$hello/expected/00-get.json"
 * java -cp "$jmh/*:$jmh/lib/*:$runtime/*:$runtime/lib/*" org.openjdk.jmh.Main FirstTouch.parse -jvmArgs "$what"
 * }</pre>
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(1)
public class FirstTouch {

  /** Loading the adapter and creating the engine. */
  @Benchmark
  public WasmRuntime load(Stages.Read handler, ClassCount classes) throws Exception {
    return handler.load();
  }

  @Benchmark
  public ParsedModule parse(Stages.Loaded handler, ClassCount classes) throws Exception {
    return handler.parse();
  }

  @Benchmark
  public CompiledModule compile(Stages.Parsed handler, ClassCount classes) throws Exception {
    return handler.compile();
  }

  @Benchmark
  public HandlerInstance instantiate(Stages.Compiled handler, ClassCount classes) throws Exception {
    return handler.instantiate();
  }

  @Benchmark
  public byte[] invoke(Stages.Instantiated handler, ClassCount classes) throws Exception {
    return handler.invoke();
  }

  /**
   * How many classes the fork has loaded when the measured operation begins: the harness tax, in classes. JMH puts it
   * beside the time, as a counter of events.
   */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class ClassCount {

    /** Not public: JMH sets public fields to 0 when an iteration begins, and 0 is a count. */
    private double before = Double.NaN;

    /** Of each iteration, so that it comes after all stages, which are reached once a trial. */
    @Setup(Level.Iteration)
    public void count() {
      // The first reading loads what reading takes, which the second then counts.
      HotSpotCounters.ofThisJvm();
      Long loaded = HotSpotCounters.ofThisJvm().classesLoaded();
      before = loaded == null ? Double.NaN : loaded;
    }

    /** The counter, under the method's name; NaN where the JVM does not tell. */
    public double classesBefore() {
      return before;
    }
  }
}
