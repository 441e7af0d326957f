package dev.coldstart.launcher.launch;

import dev.coldstart.record.text.SafeText;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Why a launch does not count. No rule looks at how long anything took, short of the timeout: dropping by value would
 * make the result what one expects of it.
 */
final class ValidityRules {

  private static final int MOST_CHARACTERS_SHOWN = 120;
  private static final int MOST_PATH_CHARACTERS_SHOWN = 600;

  private ValidityRules() {}

  /**
   * The first rule that a launch breaks; empty when it is valid.
   *
   * @param reported the child's report; empty when it gave none
   * @param proof what it must say of itself
   * @param lastErrors the last lines of its standard error
   */
  static Optional<String> broken(Seen seen, byte[] expected, Optional<Reported> reported, Proof proof,
      String lastErrors, Duration timeout) {
    Optional<String> end = broughtAbout(seen, lastErrors, timeout);
    if (end.isPresent()) {
      return end;
    }
    if (seen.exitCode() != 0) {
      return Optional.of(ExitCodes.text(seen.exitCode()) + said(lastErrors));
    }
    if (!isExpected(seen.response(), expected)) {
      return Optional.of("wrong response: " + shown(seen.response()) + ", expected " + shown(expected));
    }
    if (reported.isEmpty()) {
      return Optional.of("no report after its response" + said(lastErrors));
    }
    Optional<String> foreign = proof.missedBy(reported.get());
    if (foreign.isPresent()) {
      return foreign;
    }
    return isInOrder(seen, reported.get().stampsNs())
        ? Optional.empty()
        : Optional.of("its clock and the parent's do not share a base");
  }

  /**
   * Whether the JVM started without the cache that it was given: some refuse it with no word. Empty where it was used,
   * and where the platform does not tell what a JVM has mapped.
   */
  static Optional<String> unusedCache(Reported reported, Path cache) throws IOException {
    String mapped = reported.values().get("archives");
    return mapped == null || List.of(mapped.split(File.pathSeparator)).contains(cache.toRealPath().toString())
        ? Optional.empty()
        : Optional.of("the cache was asked for and not used: the JVM has mapped "
            + (mapped.isEmpty() ? "none" : SafeText.start(mapped, MOST_PATH_CHARACTERS_SHOWN)));
  }

  /** What ended it, where it did not end by itself and whole. */
  private static Optional<String> broughtAbout(Seen seen, String lastErrors, Duration timeout) {
    return switch (seen.end()) {
      case EXIT -> Optional.empty();
      case TIMEOUT -> Optional.of("no end after " + seconds(timeout) + ", killed" + said(lastErrors));
      case FLOOD -> Optional.of("prints without end, killed");
      case ERROR_FLOOD -> Optional.of("prints errors without end, killed" + said(lastErrors));
      case HELD -> Optional.of("left a process behind that holds its output" + named(seen) + failed(seen, lastErrors));
    };
  }

  private static String seconds(Duration timeout) {
    return timeout.toMillis() % 1_000 == 0 ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms";
  }

  private static String named(Seen seen) {
    List<String> found = seen.leftBehind();
    return switch (found.size()) {
      case 0 -> "";
      case 1 -> ": " + found.get(0);
      default -> ": " + found.get(0) + " and " + (found.size() - 1) + " more";
    };
  }

  private static String failed(Seen seen, String lastErrors) {
    return seen.exitCode() == 0 ? "" : "; " + ExitCodes.text(seen.exitCode()) + said(lastErrors);
  }

  /** Whether that is the expected response and its terminator. */
  private static boolean isExpected(byte[] response, byte[] expected) {
    return response.length == expected.length + 1 && response[expected.length] == '\n'
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
    return bytes.length + " bytes \"" + SafeText.start(new String(bytes, StandardCharsets.UTF_8), MOST_CHARACTERS_SHOWN)
        + "\"";
  }
}
