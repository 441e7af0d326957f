package dev.coldstart.launcher.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.launch.ChildProcess.Seen;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValidityRulesTest {

  private static final byte[] EXPECTED = "abc".getBytes(StandardCharsets.UTF_8);
  private static final String CLASS_PATH = "/a.jar:/b.jar";

  @Test
  void shouldTakeACorrectLaunch() {
    assertThat(broken(seen("abc\n", false, false, 0), 11, 12, 13, 14, 15, 20)).isEmpty();
  }

  @Test
  void shouldNotLookAtTimesThatAreInOrder() {
    assertThat(broken(seen("abc\n", false, false, 0), 10, 10, 10, 10, 10, 10)).isEmpty();
  }

  @Test
  void shouldRejectStampsOutOfOrder() {
    String reason = "its clock and the parent's do not share a base";
    assertThat(broken(seen("abc\n", false, false, 0), 9, 12, 13, 14, 15, 16)).contains(reason);
    assertThat(broken(seen("abc\n", false, false, 0), 11, 12, 13, 14, 15, 21)).contains(reason);
    assertThat(broken(seen("abc\n", false, false, 0), 11, 13, 12, 14, 15, 16)).contains(reason);
  }

  @Test
  void shouldNameWhatKilledItBeforeWhatFollowedFromThat() {
    assertThat(broken(seen("", true, false, 137), 11, 12, 13, 14, 15, 16)).contains("no end after 60 s, killed; it said: oh");
    assertThat(broken(seen("abc\n", false, true, 137), 11, 12, 13, 14, 15, 16)).contains("prints without end, killed");
  }

  @Test
  void shouldRejectAFailureInSpiteOfACorrectResponse() {
    assertThat(broken(seen("abc\n", false, false, 3), 11, 12, 13, 14, 15, 16)).contains("exit code 3; it said: oh");
  }

  @Test
  void shouldShowTheStartOfALongWrongResponse() {
    assertThat(broken(seen("x".repeat(500), false, false, 0), 11, 12, 13, 14, 15, 16))
        .contains("wrong response: 500 bytes \"" + "x".repeat(120) + "...\", expected 3 bytes \"abc\"");
  }

  @Test
  void shouldCompareTheResponseByteForByte() {
    for (String wrong : new String[] {"", "abc", "abcd", "abd\n", "ABC\n", "\nabc"}) {
      assertThat(broken(seen(wrong, false, false, 0), 11, 12, 13, 14, 15, 16))
          .hasValueSatisfying(reason -> assertThat(reason).startsWith("wrong response: "));
    }
  }

  @Test
  void shouldRejectAnotherClassPath() {
    Reported foreign = new Reported(new long[] {11, 12, 13, 14, 15, 16}, "/b.jar:/a.jar", "Fake 1", Map.of());
    assertThat(broken(seen("abc\n", false, false, 0), Optional.of(foreign))).contains("foreign class path: /b.jar:/a.jar");
  }

  @Test
  void shouldWantAReport() {
    assertThat(broken(seen("abc\n", false, false, 0), Optional.empty()))
        .contains("no report after its response; it said: oh");
  }

  /** Started at 10, responded at 20. */
  private static Seen seen(String response, boolean timedOut, boolean flooded, int exitCode) {
    return new Seen(10, 20, 30, response.getBytes(StandardCharsets.UTF_8), new byte[0], timedOut, flooded, exitCode);
  }

  private static Optional<String> broken(Seen seen, long... stampsNs) {
    return broken(seen, Optional.of(new Reported(stampsNs, CLASS_PATH, "Fake 1", Map.of())));
  }

  private static Optional<String> broken(Seen seen, Optional<Reported> reported) {
    return ValidityRules.broken(seen, EXPECTED, reported, CLASS_PATH, "oh", Duration.ofSeconds(60));
  }
}
