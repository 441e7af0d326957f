package dev.coldstart.child;

import dev.coldstart.spi.HandlerInstance;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** The calls after the first one, to the same instance with the same event: from cold to warm. */
final class FurtherCalls {

  private final byte[] expected;

  /** Durations of calls 2, 3, ... in ns. */
  private final long[] callNs;

  /** How many of these calls were answered correctly. */
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
   * @param most total number of calls, including the first
   * @param mostMs time in ms after which no further call begins; the second call is always made
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

  /** As in the first call, nothing runs between a call and the two clock readings around it. */
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

  /** Names the call that failed. */
  private String number() {
    return "call " + (made + 2);
  }
}
