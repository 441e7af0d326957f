package dev.coldstart.launcher.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportedTest {

  private static final String WHOLE =
      "coldstart-report 1\nstampsNs=1,2,3,4,5,6\nclassPath=/a=b.jar:/c.jar\nengine=Fake 1\ncpuNs=12\ncoldstart-report end\n";

  @Test
  void shouldReadAWholeReport() {
    Reported reported = parse(WHOLE).orElseThrow();
    assertThat(reported.stampsNs()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(reported.classPath()).isEqualTo("/a=b.jar:/c.jar");
    assertThat(reported.engine()).isEqualTo("Fake 1");
    assertThat(reported.number("cpuNs")).isEqualTo(12);
  }

  @Test
  void shouldBoundWhatAnEngineSaysOfItself() {
    assertThat(parse(WHOLE.replace("Fake 1", "Fake\u001b 1" + "x".repeat(1_000))).orElseThrow().engine())
        .startsWith("Fake? 1x")
        .hasSizeLessThan(300);
  }

  @Test
  void shouldKnowNoNumberThatTheChildCouldNotTell() {
    assertThat(parse(WHOLE).orElseThrow().number("gcNs")).isNull();
  }

  @Test
  void shouldReadWhatAChildDidAfterItsResponse() {
    String further = "callNs=30,2,1\nfailure=call 5 failed\u001b: " + "x".repeat(1_000) + "\n";
    Reported reported = parse(WHOLE.replace("coldstart-report end", further + "coldstart-report end")).orElseThrow();
    assertThat(reported.numbers("callNs")).containsExactly(30, 2, 1);
    assertThat(reported.failure()).startsWith("call 5 failed?: x").hasSizeLessThan(400);
    assertThat(parse(WHOLE).orElseThrow().numbers("callNs")).isEmpty();
    assertThat(parse(WHOLE).orElseThrow().failure()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "1,", "1,,2", "1,-2", "1,2.5", "1, 2", "9999999999999999999", "1,two"})
  void shouldTakeNumbersThatAreNoneForNone(String numbers) {
    String text = WHOLE.replace("coldstart-report end", "callNs=" + numbers + "\ncoldstart-report end");
    assertThat(parse(text).orElseThrow().numbers("callNs")).isEmpty();
  }

  @Test
  void shouldTakeAReportTornAnywhereForNone() {
    // Without its last newline it is whole still.
    for (int length = 0; length < WHOLE.length() - 1; length++) {
      assertThat(parse(WHOLE.substring(0, length))).as("the first %d characters", length).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\n\n\n", "garbage\n",
      "coldstart-report 2\nstampsNs=1,2,3,4,5,6\nclassPath=\ncoldstart-report end\n",
      "coldstart-report 1\nclassPath=\ncoldstart-report end\n",
      "coldstart-report 1\nstampsNs=1,2,3,4,5\nclassPath=\ncoldstart-report end\n",
      "coldstart-report 1\nstampsNs=1,2,3,4,5,six\nclassPath=\ncoldstart-report end\n",
      "coldstart-report 1\nstampsNs=\nclassPath=\ncoldstart-report end\n",
      "coldstart-report 1\nstampsNs=1,2,3,4,5,6\nno key\nclassPath=\ncoldstart-report end\n",
      "coldstart-report 1\nstampsNs=1,2,3,4,5,6\nclassPath=\ncoldstart-report end\nmore\n",})
  void shouldTakeGarbageForNoReport(String text) {
    assertThat(parse(text)).isEmpty();
  }

  private static Optional<Reported> parse(String text) {
    return Reported.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
