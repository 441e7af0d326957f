package dev.coldstart.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.ArmKey;
import dev.coldstart.record.Manifest.Sparse;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.stats.run.Summary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusLineTest {

  private static final String WASMTIME = "wasmtime.jni/default/jdk25";
  private static final String CHICORY = "chicory.interpreter/default/jdk25";

  @TempDir
  Path out;

  @Test
  void shouldSayWhichArmsAreInFewerBlocksAndWhy() {
    List<ArmKey> arms =
        List.of(new ArmKey(WASMTIME, "hello"), new ArmKey(CHICORY, "noop"), new ArmKey(CHICORY, "hello"));
    SampleRun run =
        SampleRuns.blocks(6).withManifest(m -> Records.with(m, "plan", m.plan().with(new Sparse(6, 1, 3, arms))));
    assertThat(conduct(run)).endsWith(
        "Slow arms ran in every 3rd block only, to save time: Chicory (interpreter, default); Wasmtime (jni, default) in"
            + " Hello. They were chosen by their times in the warm-up, which differ from those below: each took more than 6 times its baseline's time, and no other"
            + " arm's time was within a factor of 1 of its own.");
    assertThat(conduct(SampleRuns.blocks(6))).doesNotContain("every 3rd");
  }

  /** The page names no configuration by its id. */
  @Test
  void shouldNameTheConfigurationOfANote() {
    SampleRun run = SampleRuns.blocks(6)
        .withManifest(
            m -> Records.with(m, "notes", List.of("wasmtime.jni: steady state not observed", "wasmtime.jni")));
    RunData data = run.readFrom(out);
    assertThat(StatusLine.of(new RunView(data, Summary.of(data))).doubts())
        .contains("Wasmtime (jni): steady state not observed", "wasmtime.jni");
  }

  /** Two arms share the launches of one. */
  @Test
  void shouldCountALaunchOnce() {
    String other = "wasmtime.jni/appcds/jdk25";
    SampleRun run = SampleRuns.blocks(6)
        .withArms(a -> a.arm().equals(other) ? Records.with(a, "launchedAs", WASMTIME) : a)
        .onlyLaunches(launch -> !launch.arm().equals(other));
    assertThat(conduct(run)).startsWith(run.launches().stream().filter(l -> l.valid() && !l.warmup()).count() + " ");
  }

  private String conduct(SampleRun run) {
    RunData data = run.readFrom(out.resolve(Integer.toString(out.toFile().list().length)));
    return StatusLine.of(new RunView(data, Summary.of(data))).conduct();
  }
}
