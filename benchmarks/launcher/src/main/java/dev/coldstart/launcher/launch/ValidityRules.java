package dev.coldstart.launcher.launch;

import dev.coldstart.launcher.launch.ChildProcess.Seen;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Why a launch does not count. No rule looks at how long anything took, short of the timeout: dropping by value would
 * make the result what one expects of it.
 */
final class ValidityRules {

  private static final int MOST_CHARACTERS_SHOWN = 120;

  private ValidityRules() {}

  /**
   * The first rule that a launch breaks; empty when it is valid.
   *
   * @param reported the child's report; empty when it gave none
   * @param expectedClassPath the class path that it was started with
   * @param lastErrors the last lines of its standard error
   */
  static Optional<String> broken(
      Seen seen,
      byte[] expected,
      Optional<Reported> reported,
      String expectedClassPath,
      String lastErrors,
      Duration timeout) {
    if (seen.timedOut()) {
      return Optional.of("no end after " + timeout.toSeconds() + " s, killed" + said(lastErrors));
    }
    if (seen.flooded()) {
      return Optional.of("prints without end, killed");
    }
    if (seen.exitCode() != 0) {
      return Optional.of("exit code " + seen.exitCode() + said(lastErrors));
    }
    if (!isExpected(seen.response(), expected)) {
      return Optional.of("wrong response: " + shown(seen.response()) + ", expected " + shown(expected));
    }
    if (reported.isEmpty()) {
      return Optional.of("no report after its response" + said(lastErrors));
    }
    if (!expectedClassPath.equals(reported.get().classPath())) {
      return Optional.of("foreign class path: " + reported.get().classPath());
    }
    return isInOrder(seen, reported.get().stampsNs())
        ? Optional.empty()
        : Optional.of("its clock and the parent's do not share a base");
  }

  /** Whether that is the expected response and its terminator. */
  private static boolean isExpected(byte[] response, byte[] expected) {
    return response.length == expected.length + 1
        && response[expected.length] == '\n'
        && Arrays.equals(response, 0, expected.length, expected, 0, expected.length);
  }

  private static boolean isInOrder(Seen seen, long[] stampsNs) {
    long before = seen.startedNs();
    for (long stamp : stampsNs) {
      if (stamp < before) {
        return false;
      }
      before = stamp;
    }
    return before <= seen.respondedNs();
  }

  private static String said(String lastErrors) {
    return lastErrors.isEmpty() ? "" : "; it said: " + lastErrors;
  }

  private static String shown(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8).strip();
    String start = text.length() > MOST_CHARACTERS_SHOWN ? text.substring(0, MOST_CHARACTERS_SHOWN) + "..." : text;
    return bytes.length + " bytes \"" + start + "\"";
  }
}
