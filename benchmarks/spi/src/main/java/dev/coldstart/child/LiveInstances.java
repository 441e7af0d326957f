package dev.coldstart.child;

import dev.coldstart.spi.HandlerInstance;
import java.io.File;
import java.lang.ref.Reference;
import java.util.Arrays;

/** Memory of live instances of one module: the resident set while 1, 2, 4, ... of them exist. */
final class LiveInstances {

  /**
   * HotSpot's serial collector returns 0, 10, 40 and 100 % of the memory it does not need in successive collections.
   */
  private static final int COLLECTIONS = 4;

  /** G1 returns memory in a thread of its own after the collection, 128 MB every 10 ms. */
  private static final long SETTLE_MS = 50;

  private final ColdStart child;
  private final byte[] event;
  private final byte[] expected;
  private final StringBuilder instances = new StringBuilder();
  private final ChildReport report;
  private HandlerInstance[] live;
  private int count = 1;

  private LiveInstances(ColdStart child, HandlerInstance first, byte[] event, byte[] expected, int most,
      ChildReport report) {
    this.child = child;
    this.event = event;
    this.expected = expected;
    this.live = new HandlerInstance[most];
    live[0] = first;
    this.report = report;
  }

  /**
   * Makes the instances and reports the readings. A failure ends the series, and the readings before it are kept.
   *
   * @param child makes the instances
   * @param first an instance that has answered
   * @param expected its response
   * @param most total number of instances, including the first
   */
  static void make(ColdStart child, HandlerInstance first, byte[] event, byte[] expected, int most,
      ChildReport report) {
    LiveInstances instances = new LiveInstances(child, first, event, expected, most, report);
    String failure;
    report.begin(ChildReport.INSTANCES_STATUS);
    try {
      failure = instances.make();
    } catch (Throwable thrown) {
      // The JVM may be out of memory, and reporting that needs some.
      instances.live = null;
      failure = "instance " + (instances.count + 1) + " failed: " + thrown;
    }
    report.end();
    report.text(ChildReport.INSTANCES, instances.instances.toString());
    report.text(ChildReport.FAILURE, failure);
  }

  /** The reason for an early end. Null if there was none. */
  private String make() throws Exception {
    String failure = read();
    while (count < live.length && failure == null) {
      live[count] = child.another();
      if (!Arrays.equals(live[count].handle(event), expected)) {
        return "instance " + (count + 1) + " answered other bytes than instance 1";
      }
      count++;
      failure = Integer.bitCount(count) == 1 ? read() : null;
    }
    Reference.reachabilityFence(live);
    return failure;
  }

  /** Takes a reading. Returns the reason if that is impossible, otherwise null. */
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
