package dev.coldstart.child;

import dev.coldstart.spi.HandlerInstance;
import java.util.Arrays;

/**
 * Further instances of the same module in the running JVM, one after the other. Each answers once and is closed, as in
 * a host that makes an instance for each request.
 */
final class FurtherInstances {

  private final byte[] expected;

  /** From the start of making an instance to its answer, in ns: instance 2, 3, ... */
  private final long[] instanceNs;

  /** How many of them answered correctly. */
  private int made;

  private String failure;

  private FurtherInstances(byte[] expected, int most) {
    this.expected = expected;
    this.instanceNs = new long[most - 1];
  }

  /**
   * Makes the instances and reports their times. The first failure ends the series.
   *
   * @param child makes the instances
   * @param expected the response of the first instance
   * @param most total number of instances, including the first
   */
  static void make(ColdStart child, byte[] event, byte[] expected, int most, ChildReport report) {
    FurtherInstances instances = new FurtherInstances(expected, most);
    try {
      instances.make(child, event);
    } catch (Throwable thrown) {
      instances.failure = instances.number() + " failed: " + thrown;
    }
    report.text(ChildReport.INSTANCE_NS, ChildReport.joined(Arrays.copyOf(instances.instanceNs, instances.made)));
    report.text(ChildReport.FAILURE, instances.failure);
  }

  private void make(ColdStart child, byte[] event) throws Exception {
    while (made < instanceNs.length && failure == null) {
      long fromNs = System.nanoTime();
      HandlerInstance instance = child.another();
      byte[] response = instance.handle(event);
      long untilNs = System.nanoTime();
      if (Arrays.equals(response, expected)) {
        instanceNs[made++] = untilNs - fromNs;
      } else {
        failure = number() + " answered other bytes than instance 1";
      }
      instance.close();
    }
  }

  /** Names the instance that failed. */
  private String number() {
    return "instance " + (made + 2);
  }
}
