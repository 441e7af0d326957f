package dev.coldstart.launcher.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.launch.Seen.End;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValidityRulesTest {

  private static final byte[] EXPECTED = "abc".getBytes(StandardCharsets.UTF_8);
  private static final String CLASS_PATH = "/a.jar:/b.jar";
  private static final String HOME = "/jdk";

  @Test
  void shouldTakeACorrectLaunch() {
    assertThat(broken(seen("abc\n", End.EXIT, 0), 11, 12, 13, 14, 15, 20)).isEmpty();
  }

  @Test
  void shouldNotLookAtTimesThatAreInOrder() {
    assertThat(broken(seen("abc\n", End.EXIT, 0), 10, 10, 10, 10, 10, 10)).isEmpty();
  }

  @Test
  void shouldRejectStampsOutOfOrder() {
    String reason = "its clock and the parent's do not share a base";
    assertThat(broken(seen("abc\n", End.EXIT, 0), 9, 12, 13, 14, 15, 16)).contains(reason);
    assertThat(broken(seen("abc\n", End.EXIT, 0), 11, 12, 13, 14, 15, 21)).contains(reason);
    assertThat(broken(seen("abc\n", End.EXIT, 0), 11, 13, 12, 14, 15, 16)).contains(reason);
  }

  @Test
  void shouldNameWhatKilledItBeforeWhatFollowedFromThat() {
    assertThat(broken(seen("", End.TIMEOUT, 137), 11, 12, 13, 14, 15, 16))
        .contains("no end after 60 s, killed; it said: oh");
    assertThat(broken(seen("abc\n", End.FLOOD, 137), 11, 12, 13, 14, 15, 16)).contains("prints without end, killed");
    assertThat(broken(seen("abc\n", End.ERROR_FLOOD, 137), 11, 12, 13, 14, 15, 16))
        .contains("prints errors without end, killed; it said: oh");
  }

  @Test
  void shouldNameWhatHoldsItsOutput() {
    String reason = "left a process behind that holds its output";
    assertThat(broken(seen("abc\n", End.HELD, 0), 11, 12, 13, 14, 15, 16)).contains(reason);
    assertThat(broken(seen("abc\n", End.HELD, 0, "a (process 1)"), 11, 12, 13, 14, 15, 16))
        .contains(reason + ": a (process 1)");
    assertThat(broken(seen("abc\n", End.HELD, 3, "a (process 1)", "b (process 2)"), 11, 12, 13, 14, 15, 16))
        .contains(reason + ": a (process 1) and 1 more; exit code 3; it said: oh");
  }

  @Test
  void shouldTellTheSignalThatEndedIt() {
    assertThat(broken(seen("", End.EXIT, 134), 11, 12, 13, 14, 15, 16))
        .contains("exit code 134 (SIGABRT, as when the JVM has crashed); it said: oh");
    assertThat(broken(seen("", End.EXIT, 139), 11, 12, 13, 14, 15, 16))
        .contains("exit code 139 (SIGSEGV); it said: oh");
    assertThat(broken(seen("", End.EXIT, 255), 11, 12, 13, 14, 15, 16)).contains("exit code 255; it said: oh");
  }

  @Test
  void shouldShowNoControlCharacters() {
    assertThat(broken(seen("a\u001b[2Jb\u202ec", End.EXIT, 0), 11, 12, 13, 14, 15, 16))
        .contains("wrong response: 10 bytes \"a?[2Jb?c\", expected 3 bytes \"abc\"");
  }

  @Test
  void shouldRejectAFailureInSpiteOfACorrectResponse() {
    assertThat(broken(seen("abc\n", End.EXIT, 3), 11, 12, 13, 14, 15, 16)).contains("exit code 3; it said: oh");
  }

  @Test
  void shouldShowTheStartOfALongWrongResponse() {
    assertThat(broken(seen("x".repeat(500), End.EXIT, 0), 11, 12, 13, 14, 15, 16))
        .contains("wrong response: 500 bytes \"" + "x".repeat(120) + "...\", expected 3 bytes \"abc\"");
  }

  @Test
  void shouldCompareTheResponseByteForByte() {
    for (String wrong : new String[] {"", "abc", "abcd", "abd\n", "ABC\n", "\nabc"}) {
      assertThat(broken(seen(wrong, End.EXIT, 0), 11, 12, 13, 14, 15, 16))
          .hasValueSatisfying(reason -> assertThat(reason).startsWith("wrong response: "));
    }
  }

  @Test
  void shouldRejectAnotherClassPath() {
    Reported foreign = reported("/b.jar:/a.jar", HOME);
    assertThat(broken(seen("abc\n", End.EXIT, 0), Optional.of(foreign))).contains("foreign class path: /b.jar:/a.jar");
  }

  @Test
  void shouldBoundAForeignClassPath() {
    Reported foreign = reported("/a.jar:".repeat(1_000), HOME);
    assertThat(broken(seen("abc\n", End.EXIT, 0), Optional.of(foreign)).orElseThrow()).hasSizeLessThan(700);
  }

  @Test
  void shouldWantAClassPath() {
    Reported silent = reported(null, HOME);
    assertThat(broken(seen("abc\n", End.EXIT, 0), Optional.of(silent))).contains("reports no class path");
  }

  @Test
  void shouldRejectAnotherJvm() {
    assertThat(broken(seen("abc\n", End.EXIT, 0), Optional.of(reported(CLASS_PATH, "/else/where"))))
        .contains("foreign JVM: /else/where");
    Reported silent = new Reported(new long[] {11, 12, 13, 14, 15, 16}, CLASS_PATH, "Fake 1", Map.of());
    assertThat(broken(seen("abc\n", End.EXIT, 0), Optional.of(silent))).contains("reports no JVM");
  }

  private static Reported reported(String classPath, String home) {
    return new Reported(new long[] {11, 12, 13, 14, 15, 16}, classPath, "Fake 1", Map.of("javaHome", home));
  }

  @Test
  void shouldWantTheScriptOfAProgramAndNoClassPath() {
    Proof proof = Proof.ofScript("/stage/child.cjs");
    assertThat(broken(seen("abc\n", End.EXIT, 0), Optional.of(ofScript("/stage/child.cjs")), proof)).isEmpty();
    assertThat(broken(seen("abc\n", End.EXIT, 0), Optional.of(ofScript("/else/where.cjs")), proof))
        .contains("foreign script: /else/where.cjs");
    Reported ofJvm = new Reported(new long[] {11, 12, 13, 14, 15, 16}, CLASS_PATH, "Fake 1", Map.of());
    assertThat(broken(seen("abc\n", End.EXIT, 0), Optional.of(ofJvm), proof)).contains("reports no script");
  }

  private static Reported ofScript(String script) {
    return new Reported(new long[] {11, 12, 13, 14, 15, 16}, null, "Fake 1", Map.of("script", script));
  }

  @Test
  void shouldWantAReport() {
    assertThat(broken(seen("abc\n", End.EXIT, 0), Optional.empty()))
        .contains("no report after its response; it said: oh");
  }

  /** Started at 10, responded at 20. */
  private static Seen seen(String response, End end, int exitCode, String... leftBehind) {
    return new Seen(10, 20, 30, response.getBytes(StandardCharsets.UTF_8), new byte[0], end, List.of(leftBehind),
        exitCode);
  }

  private static Optional<String> broken(Seen seen, long... stampsNs) {
    return broken(seen, Optional.of(new Reported(stampsNs, CLASS_PATH, "Fake 1", Map.of("javaHome", HOME))));
  }

  private static Optional<String> broken(Seen seen, Optional<Reported> reported) {
    return broken(seen, reported, Proof.ofJvm(HOME, CLASS_PATH));
  }

  private static Optional<String> broken(Seen seen, Optional<Reported> reported, Proof proof) {
    return ValidityRules.broken(seen, EXPECTED, reported, proof, "oh", Duration.ofSeconds(60));
  }
}
