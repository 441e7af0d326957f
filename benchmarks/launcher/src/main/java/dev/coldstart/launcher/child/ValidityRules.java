package dev.coldstart.launcher.child;

import dev.coldstart.child.ChildReport;
import dev.coldstart.launcher.machine.ProcessLimits;
import dev.coldstart.launcher.prepare.ChildCommand;
import dev.coldstart.launcher.machine.FailureWords;
import dev.coldstart.record.Counter;
import dev.coldstart.record.text.SafeText;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rules for when a launch does not count. Apart from the timeout, no rule looks at how long anything took: dropping
 * launches by their value would bias the result towards what one expects.
 */
final class ValidityRules {

  private static final int MOST_CHARACTERS_SHOWN = 120;
  private static final int MOST_PATH_CHARACTERS_SHOWN = 600;

  /**
   * A fact that a child must report about itself, so that the intended thing was measured.
   *
   * @param what names the fact in messages
   * @param section the section of the child's report
   */
  record Identity(String what, String section, String expected) {

    /** A JVM reports its home and its class path. Another program reports its script. */
    static List<Identity> of(ChildCommand child) {
      return child.arm().configuration().program().isPresent()
          ? List.of(new Identity("script", ChildReport.SCRIPT, real(child.arm().configuration().script())))
          : of(child.jvm(), child.classPath());
    }

    static List<Identity> of(Path jvm, String classPath) {
      return List.of(new Identity("JVM", ChildReport.JAVA_HOME, jvm.toString()),
          new Identity("class path", ChildReport.CLASS_PATH, classPath));
    }

    /** A program reports its script's path with links resolved. */
    private static String real(Path script) {
      try {
        return script.toRealPath().toString();
      } catch (IOException gone) {
        return script.toString();
      }
    }

    private Optional<String> missedBy(ParsedChildReport report) {
      String found = report.text(section);
      if (expected.equals(found)) {
        return Optional.empty();
      }
      return Optional.of(found == null
          ? "reports no " + what
          : "unexpected " + what + ": " + SafeText.start(found, MOST_PATH_CHARACTERS_SHOWN));
    }
  }

  private ValidityRules() {}

  /**
   * The first rule that a launch breaks. Empty if it is valid.
   *
   * @param report the child's report; empty if it gave none
   * @param identity the facts that the child must report about itself
   * @param errors the first words of its standard error
   */
  static Optional<String> broken(ChildOutcome outcome, byte[] expected, Optional<ParsedChildReport> report,
      List<Identity> identity, String errors, ProcessLimits limits) {
    if (outcome.standstill().isPresent()) {
      return outcome.standstill().map(who -> "paused during the launch: " + who);
    }
    if (outcome.end() != ChildOutcome.End.EXIT || outcome.exitCode() != 0) {
      String said = Stream.of(errors, outcome.printed(expected))
          .filter(words -> !words.isEmpty())
          .collect(Collectors.joining(" | "));
      return Optional.of(ended(outcome, said, limits));
    }
    if (!outcome.answered(expected)) {
      return Optional
          .of("wrong response: " + shown(outcome.response()) + ", expected " + shown(expected) + said(errors));
    }
    if (report.isEmpty()) {
      return Optional.of("no report after its response" + said(errors));
    }
    return identity.stream()
        .flatMap(one -> one.missedBy(report.get()).stream())
        .findFirst()
        .or(() -> isInOrder(outcome, report.get().stampsNs())
            ? Optional.empty()
            : Optional.of("its clock and the parent's have different origins"));
  }

  /**
   * The message if the child found everything that it read in memory. Empty if the platform does not count page faults.
   */
  static Optional<String> withoutDisk(ParsedChildReport report) {
    Long faults = report.counter(Counter.MAJOR_FAULTS);
    return faults != null && faults == 0
        ? Optional.of("read nothing from the disk: no major page fault")
        : Optional.empty();
  }

  /**
   * The message if the JVM started without the cache that it was given; some JVMs ignore an unusable cache silently.
   * Empty if the cache was used, or if the platform does not say which files a JVM has mapped.
   */
  static Optional<String> unusedCache(ParsedChildReport report, Path cache) throws IOException {
    Optional<List<String>> mapped = report.archives();
    return mapped.isEmpty() || mapped.get().contains(cache.toRealPath().toString())
        ? Optional.empty()
        : Optional.of("the requested cache was not used: the JVM has mapped " + (mapped.get().isEmpty()
            ? "none"
            : SafeText.start(String.join(File.pathSeparator, mapped.get()), MOST_PATH_CHARACTERS_SHOWN)));
  }

  /** Describes the end of a child that was killed, failed or left a process behind. */
  private static String ended(ChildOutcome outcome, String said, ProcessLimits limits) {
    return switch (outcome.end()) {
      case EXIT -> exit(outcome, said);
      case TIMEOUT -> "still running after " + seconds(limits.time()) + ", killed" + said(said);
      case MEMORY -> limits.exceeded() + said(said);
      case FLOOD -> "endless output, killed" + said(said);
      case ERROR_FLOOD -> "endless error output, killed" + said(said);
      case DISK -> limits.exceededDisk() + said(said);
      case HELD -> "left a process behind that holds its output" + named(outcome)
          + (outcome.exitCode() == 0 ? "" : "; " + exit(outcome, said));
    };
  }

  private static String exit(ChildOutcome outcome, String said) {
    return FailureWords.of(FailureWords.exitCode(outcome.exitCode()), said);
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

  private static boolean isInOrder(ChildOutcome outcome, long[] stampsNs) {
    return outcome.startedNs() <= stampsNs[0] && stampsNs[stampsNs.length - 1] <= outcome.respondedNs()
        && IntStream.range(1, stampsNs.length).allMatch(i -> stampsNs[i - 1] <= stampsNs[i]);
  }

  private static String said(String words) {
    return words.isEmpty() ? "" : "; it said: " + words;
  }

  private static String shown(byte[] bytes) {
    return bytes.length + " bytes \"" + SafeText.start(new String(bytes, StandardCharsets.UTF_8), MOST_CHARACTERS_SHOWN)
        + "\"";
  }
}
