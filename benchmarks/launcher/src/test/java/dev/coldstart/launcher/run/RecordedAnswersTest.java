package dev.coldstart.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.io.RunReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedAnswersTest {

  @TempDir
  private Path folder;

  private FakeJob job;

  /** @param answers of base.plain, fast.jit and slow.interpreter; null for a failure */
  private int begin(String... answers) throws IOException {
    job = new FakeJob(folder);
    job.answers = new HashMap<>();
    job.answers.put("base.plain", answers[0]);
    job.answers.put("fast.jit", answers[1]);
    job.answers.put("slow.interpreter", answers[2]);
    return job.begin();
  }

  private Manifest manifest() throws IOException {
    return RunReader.manifest(job.run());
  }

  private Map<String, String> reasons() throws IOException {
    Map<String, String> reasons = new HashMap<>();
    manifest().arms()
        .stream()
        .filter(arm -> arm.fixture().equals("hello") && !arm.isControl() && arm.notRun() != null)
        .forEach(arm -> reasons.put(arm.configuration(), arm.notRun()));
    return reasons;
  }

  @Test
  void shouldRecordTheResponseThatAllGive() throws IOException {
    assertThat(begin("four", "four", "four")).isZero();
    assertThat(folder.resolve("hello.expected.json")).hasContent("four");
    assertThat(reasons()).isEmpty();
    assertThat(manifest().fixtures().stream().filter(fixture -> fixture.id().equals("hello"))).singleElement()
        .extracting(Manifest.FixtureFacts::responseBytes)
        .isEqualTo(4L);
    assertThat(job.said()).contains("response of hello, the same from 3 configurations: \"four\"");
  }

  /** Its runtimes may be others than those of the earlier run. */
  @Test
  void shouldAskAgainForARecordedResponseInANewRun() throws IOException {
    begin("four", "four", "four");
    job.answers.replaceAll((configuration, answer) -> "five");
    job.begin();
    assertThat(folder.resolve("hello.expected.json")).hasContent("five");
  }

  @Test
  void shouldNotAskForAGivenResponse() throws IOException {
    begin("four", "four", "four");
    Files.delete(folder.resolve("hello.expected.json.recorded"));
    job.answers.replaceAll((configuration, answer) -> "five");
    job.begin();
    assertThat(folder.resolve("hello.expected.json")).hasContent("four");
  }

  @Test
  void shouldSayThatNothingConfirmsASingleAnswer() throws IOException {
    begin("four", null, null);
    assertThat(manifest().notes())
        .contains("the response of hello was given by one configuration alone, so nothing confirms it");
  }

  @Test
  void shouldLeaveOutAnArmThatGivesNone() throws IOException {
    assertThat(begin("four", null, "four")).isEqualTo(MainJob.ARMS_FAILED);
    assertThat(reasons()).containsOnly(Map.entry("fast.jit", "failed in the phase compile"));
  }

  /** A second try would take as long again. Any other failure may be the machine's, and is tried again. */
  @Test
  void shouldNotAskAgainAfterALimit() throws IOException {
    begin("four", null, "four");
    assertThat(job.asked).containsExactly("base.plain", "fast.jit", "fast.jit", "slow.interpreter");
    job.asked.clear();
    job.atLimit = true;
    job.begin();
    assertThat(job.asked).containsExactly("base.plain", "fast.jit", "slow.interpreter");
  }

  @Test
  void shouldShowBothAnswersIfTheyDiffer() throws IOException {
    assertThat(begin("four", "five", "four")).isEqualTo(MainJob.ARMS_FAILED);
    assertThat(reasons()).containsOnlyKeys("base.plain", "fast.jit", "slow.interpreter");
    assertThat(reasons().get("fast.jit")).startsWith("answers differ: \"five\", but base.plain gives \"four\"");
    assertThat(reasons().get("slow.interpreter")).startsWith("answers differ: \"four\", but fast.jit gives \"five\"");
    assertThat(folder.resolve("hello.expected.json")).doesNotExist();
    assertThat(manifest().fixtures()).extracting(Manifest.FixtureFacts::responseBytes).contains((Long) null);
  }

  @Test
  void shouldRunNothingOfAFixtureThatNobodyAnswers() throws IOException {
    assertThat(begin(null, null, null)).isEqualTo(MainJob.ARMS_FAILED);
    assertThat(reasons().values()).containsOnly("failed in the phase compile");
    List<String> launched = RunReader.read(job.run())
        .arms()
        .stream()
        .filter(arm -> !arm.launches().isEmpty())
        .map(arm -> arm.arm().fixture())
        .distinct()
        .toList();
    assertThat(launched).containsExactly("control");
    assertThat(manifest().arms()).extracting(Arm::fixture).contains("hello");
  }
}
