package dev.coldstart.validation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageTest {

  @TempDir
  private Path out;

  @Test
  void shouldFollowARun() throws Exception {
    assertThat(begun(Optional.empty())).containsExactly(Stage.PREPARING);
    SampleRun run = SampleRuns.controlled(12).withManifest(m -> ended(m, false, null));
    assertThat(begun(write("begun", run.onlyLaunches(launch -> false)))).containsExactly(Stage.PREPARING);
    assertThat(begun(write("launching", run))).containsExactly(Stage.PREPARING, Stage.LAUNCHING);
    assertThat(begun(write("jmh", run.withManifest(m -> ended(m, false, "blocks"))))).doesNotContain(Stage.REPORTING)
        .contains(Stage.JMH);
    assertThat(begun(write("over", run.withManifest(m -> ended(m, true, "blocks"))))).contains(Stage.REPORTING);
    Optional<Path> reporting = write("reporting", run);
    Files.writeString(new RunFolder(reporting.orElseThrow()).summaryJson(), "{");
    assertThat(begun(reporting)).contains(Stage.REPORTING);
  }

  private static Manifest ended(Manifest m, boolean ended, String rule) {
    return m.with(m.plan(), ended ? m.startedAt() : null, rule, m.arms(), m.notes(), null, null);
  }

  private Optional<Path> write(String name, SampleRun run) {
    return Optional.of(run.writeTo(out.resolve(name)).path());
  }

  private static Stream<Stage> begun(Optional<Path> run) {
    return Stream.of(Stage.values()).filter(stage -> stage.hasBegun(run));
  }
}
