package dev.coldstart.record.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Launch;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.SampleLaunch;
import dev.coldstart.record.SampleLaunches;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhaseSumsTest {

  @TempDir
  Path out;

  @Test
  void shouldWarnOfPhasesThatDoNotAddUp() {
    SampleRun run = SampleRuns.blocks(1).withLaunches(l -> wrong(l) ? SampleLaunches.slower(l, 1.011) : l);
    long wrong = run.launches().stream().filter(PhaseSumsTest::wrong).count();
    assertThat(run.readFrom(out).warnings()).singleElement()
        .asString()
        .contains("in " + wrong + " launches", "first at line 7", "fixture noop");
  }

  @Test
  void shouldTakePhasesThatAddUpWithinOnePercent() {
    SampleRun run = SampleRuns.blocks(1).withLaunches(l -> SampleLaunches.slower(l, 1.009));
    assertThat(run.readFrom(out).warnings()).isEmpty();
  }

  @Test
  void shouldWarnOfANegativePhaseEvenIfTheSumIsRight() {
    SampleRun run = SampleRuns.blocks(1)
        .onlyLaunches(l -> l.position() == 0)
        .withLaunches(l -> SampleLaunch.withTimes(l, l.firstResponseNs(),
            new PhasesNs(-1L, 1L, null, null, null, l.firstResponseNs())));
    assertThat(run.readFrom(out).warnings()).singleElement().asString().contains("negative", "in 4 launches");
  }

  private static boolean wrong(Launch launch) {
    return launch.block() == 1 && launch.fixture().equals("noop");
  }
}
