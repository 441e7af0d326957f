package dev.coldstart.launcher.child;

import dev.coldstart.child.ChildReport;
import dev.coldstart.launcher.prepare.ChildCommand;
import dev.coldstart.record.text.SafeText;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Why a launch does not count. No rule looks at how long anything took, short of the timeout: dropping by value would
 * make the result what one expects of it.
 */
final class ValidityRules {

  private static final int MOST_CHARACTERS_SHOWN = 120;
  private static final int MOST_PATH_CHARACTERS_SHOWN = 600;

  /** An exit code beyond it is that of a process that a signal ended, in the JDK as in a shell. */
  private static final int SIGNALLED = 128;

  /** Those that end a JVM and have the same number on every platform, but for SIGBUS, which is Linux's. */
  private static final Map<Integer, String> SIGNALS =
      Map.of(1, "SIGHUP", 2, "SIGINT", 4, "SIGILL", 6, "SIGABRT, as when the JVM has crashed", 7, "SIGBUS", 8, "SIGFPE",
          9, "SIGKILL, as when memory has run out", 11, "SIGSEGV", 15, "SIGTERM");

  /**
   * What a child must say of itself, so that what was measured is what was meant.
   *
   * @param what it is, in words
   * @param section of the child's report
   */
  record Identity(String what, String section, String expected) {

    /** A JVM says its home and its class path, another program its script. */
    static List<Identity> of(ChildCommand child) {
      return child.arm().configuration().program().isPresent()
          ? List.of(new Identity("script", ChildReport.SCRIPT, child.arm().configuration().script().toString()))
          : List.of(new Identity("JVM", ChildReport.JAVA_HOME, child.jvm().toString()),
              new Identity("class path", ChildReport.CLASS_PATH, child.classPath()));
    }

    private Optional<String> missedBy(ParsedChildReport report) {
      String found = report.text(section);
      if (expected.equals(found)) {
        return Optional.empty();
      }
      return Optional.of(found == null
          ? "reports no " + what
          : "foreign " + what + ": " + SafeText.start(found, MOST_PATH_CHARACTERS_SHOWN));
    }
  }

  private ValidityRules() {}

  /**
   * The first rule that a launch breaks; empty when it is valid.
   *
   * @param report the child's report; empty when it gave none
   * @param identity what it must say of itself
   * @param lastErrors the last lines of its standard error
   */
  static Optional<String> broken(ChildOutcome outcome, byte[] expected, Optional<ParsedChildReport> report,
      List<Identity> identity, String lastErrors, Duration timeout) {
    if (outcome.standstill().isPresent()) {
      return outcome.standstill().map(who -> "time stood still: " + who);
    }
    if (outcome.end() != ChildOutcome.End.EXIT || outcome.exitCode() != 0) {
      return Optional.of(ended(outcome, lastErrors, timeout));
    }
    if (!isExpected(outcome.response(), expected)) {
      return Optional.of("wrong response: " + shown(outcome.response()) + ", expected " + shown(expected));
    }
    if (report.isEmpty()) {
      return Optional.of("no report after its response" + said(lastErrors));
    }
    return identity.stream()
        .flatMap(one -> one.missedBy(report.get()).stream())
        .findFirst()
        .or(() -> isInOrder(outcome, report.get().stampsNs())
            ? Optional.empty()
            : Optional.of("its clock and the parent's do not share a base"));
  }

  /**
   * Whether the JVM started without the cache that it was given: some refuse it with no word. Empty where it was used,
   * and where the platform does not tell what a JVM has mapped.
   */
  static Optional<String> unusedCache(ParsedChildReport report, Path cache) throws IOException {
    Optional<List<String>> mapped = report.archives();
    return mapped.isEmpty() || mapped.get().contains(cache.toRealPath().toString())
        ? Optional.empty()
        : Optional.of("the cache was asked for and not used: the JVM has mapped " + (mapped.get().isEmpty()
            ? "none"
            : SafeText.start(String.join(File.pathSeparator, mapped.get()), MOST_PATH_CHARACTERS_SHOWN)));
  }

  /** How it ended, where that was not by itself and whole. */
  private static String ended(ChildOutcome outcome, String lastErrors, Duration timeout) {
    return switch (outcome.end()) {
      case EXIT -> exit(outcome, lastErrors);
      case TIMEOUT -> "no end after " + seconds(timeout) + ", killed" + said(lastErrors);
      case FLOOD -> "prints without end, killed";
      case ERROR_FLOOD -> "prints errors without end, killed" + said(lastErrors);
      case HELD -> "left a process behind that holds its output" + named(outcome)
          + (outcome.exitCode() == 0 ? "" : "; " + exit(outcome, lastErrors));
    };
  }

  private static String exit(ChildOutcome outcome, String lastErrors) {
    String signal = SIGNALS.get(outcome.exitCode() - SIGNALLED);
    return "exit code " + outcome.exitCode() + (signal == null ? "" : " (" + signal + ")") + said(lastErrors);
  }

  private static String seconds(Duration timeout) {
    return timeout.toMillis() % 1_000 == 0 ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms";
  }

  private static String named(ChildOutcome outcome) {
    List<String> found = outcome.leftBehind();
    return switch (found.size()) {
      case 0 -> "";
      case 1 -> ": " + found.get(0);
      default -> ": " + found.get(0) + " and " + (found.size() - 1) + " more";
    };
  }

  /** Whether that is the expected response and its terminator. */
  private static boolean isExpected(byte[] response, byte[] expected) {
    return response.length == expected.length + 1 && response[expected.length] == '\n'
        && Arrays.equals(response, 0, expected.length, expected, 0, expected.length);
  }

  private static boolean isInOrder(ChildOutcome outcome, long[] stampsNs) {
    return outcome.startedNs() <= stampsNs[0] && stampsNs[stampsNs.length - 1] <= outcome.respondedNs()
        && IntStream.range(1, stampsNs.length).allMatch(i -> stampsNs[i - 1] <= stampsNs[i]);
  }

  private static String said(String lastErrors) {
    return lastErrors.isEmpty() ? "" : "; it said: " + lastErrors;
  }

  private static String shown(byte[] bytes) {
    return bytes.length + " bytes \"" + SafeText.start(new String(bytes, StandardCharsets.UTF_8), MOST_CHARACTERS_SHOWN)
        + "\"";
  }
}
