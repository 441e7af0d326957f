package dev.coldstart.jmh;

import dev.coldstart.child.HotSpotCounters;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * How many classes the fork has loaded when the measured operation begins: the harness tax, in classes. JMH puts it
 * beside the time, as a counter of events.
 */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class ClassCount {

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
