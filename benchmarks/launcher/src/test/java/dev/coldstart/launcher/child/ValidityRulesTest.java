package dev.coldstart.launcher.child;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.child.ChildReport;
import dev.coldstart.launcher.child.ChildOutcome.End;
import dev.coldstart.launcher.child.ValidityRules.Identity;
import dev.coldstart.launcher.machine.ProcessLimits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ValidityRulesTest {

  private static final byte[] EXPECTED = "abc".getBytes(StandardCharsets.UTF_8);
  private static final String CLASS_PATH = "/a.jar:/b.jar";
  private static final String HOME = "/jdk";
  private static final String STAMPS = "11,12,13,14,15,16";

  @Test
  void shouldTakeACorrectLaunch() {
    assertThat(broken(outcome("abc\n", End.EXIT, 0), 11, 12, 13, 14, 15, 20)).isEmpty();
  }

  @Test
  void shouldNotLookAtTimesThatAreInOrder() {
    assertThat(broken(outcome("abc\n", End.EXIT, 0), 10, 10, 10, 10, 10, 10)).isEmpty();
  }

  @Test
  void shouldRejectStampsOutOfOrder() {
    String reason = "its clock and the parent's have different origins";
    assertThat(broken(outcome("abc\n", End.EXIT, 0), 9, 12, 13, 14, 15, 16)).contains(reason);
    assertThat(broken(outcome("abc\n", End.EXIT, 0), 11, 12, 13, 14, 15, 21)).contains(reason);
    assertThat(broken(outcome("abc\n", End.EXIT, 0), 11, 13, 12, 14, 15, 16)).contains(reason);
  }

  @Test
  void shouldNameWhatKilledItBeforeWhatFollowedFromThat() {
    assertThat(broken(outcome("", End.TIMEOUT, 137), 11, 12, 13, 14, 15, 16))
        .contains("still running after 60 s, killed; it said: oh");
    assertThat(broken(outcome("abc\n", End.FLOOD, 137), 11, 12, 13, 14, 15, 16))
        .contains("endless output, killed; it said: oh");
    assertThat(broken(outcome("abc\n", End.ERROR_FLOOD, 137), 11, 12, 13, 14, 15, 16))
        .contains("endless error output, killed; it said: oh");
  }

  @Test
  void shouldNameWhatHoldsItsOutput() {
    String reason = "left a process behind that holds its output";
    assertThat(broken(outcome("abc\n", End.HELD, 0), 11, 12, 13, 14, 15, 16)).contains(reason);
    assertThat(broken(outcome("abc\n", End.HELD, 0, "a (process 1)"), 11, 12, 13, 14, 15, 16))
        .contains(reason + ": a (process 1)");
    assertThat(broken(outcome("abc\n", End.HELD, 3, "a (process 1)", "b (process 2)"), 11, 12, 13, 14, 15, 16))
        .contains(reason + ": a (process 1) and 1 more; exit code 3; it said: oh");
  }

  @Test
  void shouldTellTheSignalThatEndedIt() {
    assertThat(broken(outcome("", End.EXIT, 134), 11, 12, 13, 14, 15, 16))
        .contains("exit code 134 (SIGABRT, usual when the JVM crashes); it said: oh");
    assertThat(broken(outcome("", End.EXIT, 139), 11, 12, 13, 14, 15, 16))
        .contains("exit code 139 (SIGSEGV); it said: oh");
    assertThat(broken(outcome("", End.EXIT, 255), 11, 12, 13, 14, 15, 16)).contains("exit code 255; it said: oh");
  }

  @Test
  void shouldShowNoControlCharacters() {
    assertThat(broken(outcome("a\u001b[2Jb\u202ec", End.EXIT, 0), 11, 12, 13, 14, 15, 16))
        .contains("wrong response: 10 bytes \"a?[2Jb?c\", expected 3 bytes \"abc\"; it said: oh");
  }

  @Test
  void shouldRejectAFailureInSpiteOfACorrectResponse() {
    assertThat(broken(outcome("abc\n", End.EXIT, 3), 11, 12, 13, 14, 15, 16)).contains("exit code 3; it said: oh");
  }

  /** The output of a JVM that finds no memory for its heap. */
  @Test
  void shouldTakeWhatAJvmThatDoesNotStartPrintsForAReason() {
    ChildOutcome outcome = printing("Erro", "r occurred during initialization of VM\nCould not reserve enough space\n");
    assertThat(broken(outcome, Optional.empty(), List.of(), ""))
        .contains("exit code 1; it said: Error occurred during initialization of VM | Could not reserve enough space");
    assertThat(broken(outcome, Optional.empty(), List.of(), "no such option")).contains(
        "exit code 1; it said: no such option | Error occurred during initialization of VM | Could not reserve"
            + " enough space");
  }

  @Test
  void shouldTakeNeitherTheResponseNorAReportForWords() {
    ChildOutcome outcome = printing("abc\n", "# SIGSEGV (0xb)\ncoldstart-report 2\nstat 3\n123");
    assertThat(broken(outcome, Optional.empty(), List.of(), "")).contains("exit code 1; it said: # SIGSEGV (0xb)");
  }

  @Test
  void shouldSayThatNothingWasSaid() {
    assertThat(broken(printing("", ""), Optional.empty(), List.of(), "")).contains("exit code 1; it said nothing");
  }

  private static ChildOutcome printing(String response, String rest) {
    return new ChildOutcome(10, 20, 30, response.getBytes(StandardCharsets.UTF_8),
        rest.getBytes(StandardCharsets.UTF_8), End.EXIT, List.of(), 1, Optional.empty());
  }

  @Test
  void shouldShowTheStartOfALongWrongResponse() {
    assertThat(broken(outcome("x".repeat(500), End.EXIT, 0), 11, 12, 13, 14, 15, 16))
        .contains("wrong response: 500 bytes \"" + "x".repeat(120) + "...\", expected 3 bytes \"abc\"; it said: oh");
  }

  @Test
  void shouldCompareTheResponseByteForByte() {
    for (String wrong : new String[] {"", "abc", "abcd", "abd\n", "ABC\n", "\nabc"}) {
      assertThat(broken(outcome(wrong, End.EXIT, 0), 11, 12, 13, 14, 15, 16))
          .hasValueSatisfying(reason -> assertThat(reason).startsWith("wrong response: "));
    }
  }

  @Test
  void shouldRejectAnotherClassPath() {
    ParsedChildReport foreign = ofJvm(HOME, "/b.jar:/a.jar");
    assertThat(broken(outcome("abc\n", End.EXIT, 0), Optional.of(foreign)))
        .contains("unexpected class path: /b.jar:/a.jar");
  }

  @Test
  void shouldBoundAForeignClassPath() {
    ParsedChildReport foreign = ofJvm(HOME, "/a.jar:".repeat(1_000));
    assertThat(broken(outcome("abc\n", End.EXIT, 0), Optional.of(foreign)).orElseThrow()).hasSizeLessThan(700);
  }

  @Test
  void shouldWantAClassPath() {
    ParsedChildReport silent = report("stampsNs", STAMPS, "javaHome", HOME);
    assertThat(broken(outcome("abc\n", End.EXIT, 0), Optional.of(silent))).contains("reports no class path");
  }

  @Test
  void shouldRejectAnotherJvm() {
    assertThat(broken(outcome("abc\n", End.EXIT, 0), Optional.of(ofJvm("/else/where", CLASS_PATH))))
        .contains("unexpected JVM: /else/where");
    ParsedChildReport silent = report("stampsNs", STAMPS, "classPath", CLASS_PATH);
    assertThat(broken(outcome("abc\n", End.EXIT, 0), Optional.of(silent))).contains("reports no JVM");
  }

  private static ParsedChildReport report(String... sections) {
    return ParsedChildReport.parse(FakeReport.bytes(sections)).orElseThrow();
  }

  private static ParsedChildReport ofJvm(String home, String classPath) {
    return report("stampsNs", STAMPS, "javaHome", home, "classPath", classPath);
  }

  @Test
  void shouldWantTheScriptOfAProgramAndNoClassPath() {
    List<Identity> identity = List.of(new Identity("script", ChildReport.SCRIPT, "/stage/child.cjs"));
    assertThat(broken(outcome("abc\n", End.EXIT, 0), Optional.of(ofScript("/stage/child.cjs")), identity)).isEmpty();
    assertThat(broken(outcome("abc\n", End.EXIT, 0), Optional.of(ofScript("/else/where.cjs")), identity))
        .contains("unexpected script: /else/where.cjs");
    ParsedChildReport ofJvm = report("stampsNs", STAMPS, "classPath", CLASS_PATH);
    assertThat(broken(outcome("abc\n", End.EXIT, 0), Optional.of(ofJvm), identity)).contains("reports no script");
  }

  private static ParsedChildReport ofScript(String script) {
    return report("stampsNs", STAMPS, "script", script);
  }

  @Test
  void shouldCountNoLaunchDuringWhichTimeStoodStill() {
    assertThat(broken(outcome("abc\n", End.EXIT, 0).with(Optional.of("the child was stopped")), Optional.empty()))
        .contains("paused during the launch: the child was stopped");
  }

  @Test
  void shouldWantAReport() {
    assertThat(broken(outcome("abc\n", End.EXIT, 0), Optional.empty()))
        .contains("no report after its response; it said: oh");
  }

  /** An outcome that started at 10 and responded at 20. */
  private static ChildOutcome outcome(String response, End end, int exitCode, String... leftBehind) {
    return new ChildOutcome(10, 20, 30, response.getBytes(StandardCharsets.UTF_8), new byte[0], end,
        List.of(leftBehind), exitCode, Optional.empty());
  }

  private static Optional<String> broken(ChildOutcome outcome, long... stampsNs) {
    String stamps = Arrays.stream(stampsNs).mapToObj(String::valueOf).collect(Collectors.joining(","));
    return broken(outcome, Optional.of(report("stampsNs", stamps, "javaHome", HOME, "classPath", CLASS_PATH)));
  }

  private static Optional<String> broken(ChildOutcome outcome, Optional<ParsedChildReport> report) {
    return broken(outcome, report, List.of(new Identity("JVM", ChildReport.JAVA_HOME, HOME),
        new Identity("class path", ChildReport.CLASS_PATH, CLASS_PATH)));
  }

  private static Optional<String> broken(ChildOutcome outcome, Optional<ParsedChildReport> report,
      List<Identity> identity) {
    return broken(outcome, report, identity, "oh");
  }

  private static Optional<String> broken(ChildOutcome outcome, Optional<ParsedChildReport> report,
      List<Identity> identity, String errors) {
    return ValidityRules.broken(outcome, EXPECTED, report, identity, errors, ProcessLimits.of(Duration.ofSeconds(60)));
  }
}
