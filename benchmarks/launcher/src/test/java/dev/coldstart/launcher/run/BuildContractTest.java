package dev.coldstart.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Arm;
import dev.coldstart.record.io.RunReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildContractTest {

  @TempDir
  private Path folder;

  private FakeJob job;

  @BeforeEach
  void twoBuilds() {
    job = new FakeJob(folder);
    job.builds = List.of("fast.jit@1", "fast.jit@2");
  }

  private List<String> notRun() throws IOException {
    return RunReader.manifest(job.run())
        .arms()
        .stream()
        .filter(arm -> arm.notRun() != null)
        .map(arm -> arm.configuration() + " in " + arm.fixture() + ": " + arm.notRun())
        .toList();
  }

  @Test
  void shouldAskBuildsAndNobodyElse() throws IOException {
    assertThat(job.begin()).isZero();
    assertThat(job.asked).contains("fast.jit@1", "fast.jit@2").doesNotContain("base.plain", "fast.jit");
    assertThat(notRun()).isEmpty();
  }

  @Test
  void shouldNotMeasureABuildThatAnswersAnEventOtherwise() throws IOException {
    job.wrong = List.of("fast.jit@2 " + FakeJob.SECOND_EVENT);
    assertThat(job.begin()).isEqualTo(MainJob.ARMS_FAILED);
    assertThat(notRun()).containsExactly(
        "fast.jit@2 in hello: its answers differ: event " + FakeJob.SECOND_EVENT + " gets \"else\" in place of \"{}\"");
    assertThat(job.said()).anyMatch(line -> line.startsWith("not run for hello: fast.jit@2 on jdk25: its answers"));
    assertThat(RunReader.read(job.run()).arms()).filteredOn(arm -> arm.arm().configuration().equals("fast.jit@1"))
        .allMatch(arm -> !arm.launches().isEmpty());
  }

  @Test
  void shouldNotAskAgainInAResumedRun() throws IOException {
    job.begin();
    job.asked.clear();
    job.resume(job.run());
    assertThat(job.asked).isEmpty();
    assertThat(RunReader.manifest(job.run()).arms()).extracting(Arm::notRun).containsOnlyNulls();
  }
}
