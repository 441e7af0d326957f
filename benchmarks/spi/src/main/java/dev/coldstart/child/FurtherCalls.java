package dev.coldstart.child;

import dev.coldstart.spi.HandlerInstance;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** The calls that follow the first one, of the same instance with the same event: from cold to warm. */
final class FurtherCalls {

  private final byte[] expected;

  /** How long call 2, 3, ... took, in ns. */
  private final long[] callNs;

  /** How many of them were made and answered. */
  private int made;

  private String failure;

  private FurtherCalls(byte[] expected, int most) {
    this.expected = expected;
    this.callNs = new long[most - 1];
  }

  /**
   * Makes the calls and reports them.
   *
   * @param expected the response of the first call
   * @param most calls in all, the first among them
   * @param mostMs after so long no further call begins; the second is always made
   */
  static void make(HandlerInstance instance, byte[] event, byte[] expected, int most, long mostMs, ChildReport report) {
    FurtherCalls calls = new FurtherCalls(expected, most);
    try {
      calls.make(instance, event, TimeUnit.MILLISECONDS.toNanos(mostMs));
    } catch (Throwable thrown) {
      calls.failure = calls.number() + " failed: " + thrown;
    }
    report.text(ChildReport.CALL_NS, ChildReport.joined(Arrays.copyOf(calls.callNs, calls.made)));
    report.text(ChildReport.FAILURE, calls.failure);
  }

  /** As in the first call, nothing stands between a call and the two readings around it. */
  private void make(HandlerInstance instance, byte[] event, long mostNs) throws Exception {
    long beganNs = System.nanoTime();
    boolean inTime = true;
    while (made < callNs.length && failure == null && inTime) {
      long fromNs = System.nanoTime();
      byte[] response = instance.handle(event);
      long untilNs = System.nanoTime();
      if (Arrays.equals(response, expected)) {
        callNs[made++] = untilNs - fromNs;
      } else {
        failure = number() + " answered other bytes than call 1";
      }
      inTime = untilNs - beganNs < mostNs;
    }
  }

  /** The call that was to be counted next. */
  private String number() {
    return "call " + (made + 2);
  }
}
