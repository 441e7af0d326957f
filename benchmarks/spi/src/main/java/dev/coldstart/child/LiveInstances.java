package dev.coldstart.child;

import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.HandlerInstance;
import java.io.File;
import java.lang.ref.Reference;
import java.util.Arrays;

/** What instances of one module take that live at the same time: the resident set at 1, 2, 4, ... of them. */
final class LiveInstances {

  /**
   * HotSpot's serial collector gives back 0, 10, 40 and 100 % of what it need not keep, one collection after the other.
   */
  private static final int COLLECTIONS = 4;

  /** G1 gives it back in a thread of its own, after the collection, 128 MB each 10 ms. */
  private static final long SETTLE_MS = 50;

  private final byte[] event;
  private final byte[] expected;
  private final StringBuilder instances = new StringBuilder();
  private final ChildReport report;
  private HandlerInstance[] live;
  private int count = 1;

  private LiveInstances(HandlerInstance first, byte[] event, byte[] expected, int most, ChildReport report) {
    this.event = event;
    this.expected = expected;
    this.live = new HandlerInstance[most];
    live[0] = first;
    this.report = report;
  }

  /**
   * Makes the instances and reports the readings. What fails ends it with what was read until then.
   *
   * @param first an instance that has answered
   * @param expected its response
   * @param most instances in all, the first among them
   */
  static void make(CompiledModule module, HandlerInstance first, byte[] event, byte[] expected, int most,
      ChildReport report) {
    LiveInstances instances = new LiveInstances(first, event, expected, most, report);
    String failure;
    report.begin(ChildReport.INSTANCES_STATUS);
    try {
      failure = instances.make(module);
    } catch (Throwable thrown) {
      // Memory may be what it lacks, and saying so takes some.
      instances.live = null;
      failure = "instance " + (instances.count + 1) + " failed: " + thrown;
    }
    report.end();
    report.text(ChildReport.INSTANCES, instances.instances.toString());
    report.text(ChildReport.FAILURE, failure);
  }

  /** Why it ended early; null when it did not. */
  private String make(CompiledModule module) throws Exception {
    String failure = read();
    while (count < live.length && failure == null) {
      live[count] = module.instantiate();
      if (!Arrays.equals(live[count].handle(event), expected)) {
        return "instance " + (count + 1) + " answered other bytes than instance 1";
      }
      count++;
      failure = Integer.bitCount(count) == 1 ? read() : null;
    }
    Reference.reachabilityFence(live);
    return failure;
  }

  /** Why there is no reading; null when there is one. */
  private String read() throws InterruptedException {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    Thread.sleep(SETTLE_MS);
    if (!report.append(new File("/proc/self/status"))) {
      return "this platform does not tell the resident set";
    }
    instances.append(instances.length() == 0 ? "" : ",").append(count);
    return null;
  }
}
