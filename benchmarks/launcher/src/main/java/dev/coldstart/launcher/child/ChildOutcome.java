package dev.coldstart.launcher.child;

import dev.coldstart.child.ChildReport;
import dev.coldstart.launcher.prepare.FailureWords;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the parent saw of a child.
 *
 * @param startedNs nanoTime just before the spawn
 * @param respondedNs nanoTime when the response's terminator had been read; meaningless where there is none
 * @param exitedNs nanoTime when the exit was seen
 * @param response the first bytes of standard output, as many as the expected response has, and a terminator; fewer
 * when it ended before
 * @param rest what came after them, bounded
 * @param leftBehind what held its output open after its end, as far as it could be found
 * @param exitCode meaningless when it was killed
 * @param standstill who was kept from running meanwhile, in words; empty of a launch that is a measurement
 */
public record ChildOutcome(long startedNs, long respondedNs, long exitedNs, byte[] response, byte[] rest, End end,
    List<String> leftBehind, int exitCode, Optional<String> standstill) {

  ChildOutcome with(Optional<String> found) {
    return new ChildOutcome(startedNs, respondedNs, exitedNs, response, rest, end, leftBehind, exitCode, found);
  }

  /** Whether it gave the expected response and its terminator. */
  boolean answered(byte[] expected) {
    return response.length == expected.length + 1 && response[expected.length] == '\n'
        && Arrays.equals(response, 0, expected.length, expected, 0, expected.length);
  }

  /**
   * The first words that it printed beside the expected response and a report: a JVM that does not start says why on
   * standard output.
   */
  String printed(byte[] expected) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(answered(expected) ? new byte[0] : response);
    all.writeBytes(rest);
    String text = all.toString(StandardCharsets.UTF_8);
    int report = text.indexOf(ChildReport.FIRST_LINE);
    return FailureWords.first(report < 0 ? text : text.substring(0, report));
  }

  /** What brought a child's end about. */
  public enum End {
    /** It ended by itself. */
    EXIT,
    /** Killed for its time. */
    TIMEOUT,
    /** Killed for printing without end. */
    FLOOD,
    /** Killed for printing without end to standard error. */
    ERROR_FLOOD,
    /** It ended by itself, and something that it started held its output open, which was killed. */
    HELD
  }

  /** Whether it had to be killed, so that it has no exit code of its own. */
  public boolean killed() {
    return end == End.TIMEOUT || end == End.FLOOD || end == End.ERROR_FLOOD;
  }
}
