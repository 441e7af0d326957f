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
 * <p>Deliberate choices of the set-up:
 *
 * <ul> <li>The earlier phases run in {@code @Setup}. They load whatever they share with the measured phase, mainly
 * classes, so the phases of one configuration do not add up to its first response. <li>{@link #load} starts from bytes
 * in memory, with no class of the engine loaded. <li>By then JMH has loaded about 1,600 classes and linked lambdas; the
 * child's bare main has loaded about 500 (JMH 1.37, JDK 25). A first touch here is therefore faster than in a launch.
 * The difference is the harness tax, and the two are never shown in one table. <li>{@link ClassCount} records how many
 * classes are loaded when the operation begins, outside the operation. <li>Nothing is closed inside the operation, as
 * in a launch up to its first response. <li>{@link #invoke}'s response is compared after the operation. The other
 * phases have no response. </ul>
 *
 * <p>{@link JmhDriver} runs one fork per call, so that configurations interleave. To run one by hand from the root:
 *
 * <pre>{@code
 * runtime=benchmarks/runtimes/chicory/target/stage jmh=benchmarks/jmh/target/stage hello=wasm-fixtures/hello
 * what="-Dcoldstart.child=dev.coldstart.runtimes.chicory.ChicoryInterpreterChild -Dcoldstart.module=$hello/hello.wasm"
 * what="$what -Dcoldstart.event=$hello/events/00-get.json -Dcoldstart.expected=$hello/expected/00-get.json"
 * what="$what -Dcoldstart.entry=handler -Dcoldstart.imports=-"
 * java -cp "$jmh/*:$jmh/lib/*:$runtime/*:$runtime/lib/*" org.openjdk.jmh.Main FirstTouch.parse -jvmArgs "$what"
 * }</pre>
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(1)
public class FirstTouch {

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
   * Number of classes that the fork has loaded when the measured operation begins: the harness tax, in classes. JMH
   * reports it next to the time, as an event counter.
   */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class ClassCount {

    /** Not public: JMH sets public fields to 0 when an iteration begins, and 0 would be a valid count. */
    private double before = Double.NaN;

    /** Runs per iteration, so that it comes after the set-up of all stages, which runs once per trial. */
    @Setup(Level.Iteration)
    public void count() {
      // The first reading loads the classes that reading needs. The second counts them.
      HotSpotCounters.ofThisJvm();
      Long loaded = HotSpotCounters.ofThisJvm().classesLoaded();
      before = loaded == null ? Double.NaN : loaded;
    }

    /** JMH takes the counter's name from this method. NaN if the JVM does not provide the count. */
    public double classesBefore() {
      return before;
    }
  }
}
