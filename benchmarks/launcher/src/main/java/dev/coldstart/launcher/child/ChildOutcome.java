package dev.coldstart.launcher.child;

import dev.coldstart.child.ChildReport;
import dev.coldstart.launcher.machine.FailureWords;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The parent's observations of a child.
 *
 * @param startedNs nanoTime just before the spawn
 * @param respondedNs nanoTime when the response's terminator had been read; meaningless if there was none
 * @param exitedNs nanoTime when the parent saw the exit
 * @param response the first bytes of standard output: the length of the expected response and a terminator; fewer if
 * the output ended earlier
 * @param rest the output after the response, up to a limit
 * @param leftBehind the processes that held its output open after its end, as far as they could be found
 * @param exitCode meaningless if it was killed
 * @param standstill why the launch is not a measurement: which of child, harness and machine stood still; empty if none
 */
public record ChildOutcome(long startedNs, long respondedNs, long exitedNs, byte[] response, byte[] rest, End end,
    List<String> leftBehind, int exitCode, Optional<String> standstill) {

  ChildOutcome with(Optional<String> found) {
    return new ChildOutcome(startedNs, respondedNs, exitedNs, response, rest, end, leftBehind, exitCode, found);
  }

  /** The same with all output before the report as the response, for a child whose response is not known beforehand. */
  ChildOutcome split() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(response);
    all.writeBytes(rest);
    byte[] printed = all.toByteArray();
    // Each byte becomes one character. The last report is the child's own, whatever the response contains.
    int report = all.toString(StandardCharsets.ISO_8859_1).lastIndexOf("\n" + ChildReport.FIRST_LINE) + 1;
    int end = report == 0 ? printed.length : report;
    // Where the response ended was not known while it was read.
    return new ChildOutcome(startedNs, exitedNs, exitedNs, Arrays.copyOf(printed, end),
        Arrays.copyOfRange(printed, end, printed.length), this.end, leftBehind, exitCode, standstill);
  }

  /** Whether it gave the expected response and its terminator. */
  boolean answered(byte[] expected) {
    return response.length == expected.length + 1 && response[expected.length] == '\n'
        && Arrays.equals(response, 0, expected.length, expected, 0, expected.length);
  }

  /**
   * The first words that it printed in addition to the expected response and the report. A JVM that does not start
   * gives the reason on standard output.
   */
  String printed(byte[] expected) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(answered(expected) ? new byte[0] : response);
    all.writeBytes(rest);
    String text = all.toString(StandardCharsets.UTF_8);
    int report = text.indexOf(ChildReport.FIRST_LINE);
    return FailureWords.first(report < 0 ? text : text.substring(0, report));
  }

  /** How a child ended. */
  public enum End {
    /** It ended by itself. */
    EXIT,
    /** Killed because it reached the time limit. */
    TIMEOUT,
    /** Killed because it had too much memory. */
    MEMORY,
    /** Killed because it wrote too much to standard output. */
    FLOOD,
    /** Killed because it wrote too much to standard error. */
    ERROR_FLOOD,
    /** Killed because it had too much in its temporary folder. */
    DISK,
    /** It ended by itself, but its output stayed open. The processes that were found to hold it were killed. */
    HELD
  }

  /** Whether it was killed, and so has no exit code of its own. */
  public boolean killed() {
    return end == End.TIMEOUT || end == End.MEMORY || end == End.FLOOD || end == End.ERROR_FLOOD || end == End.DISK;
  }
}
