package dev.coldstart.report.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.report.chart.Quantiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MedianLaunchTest {

  @TempDir
  Path out;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 30})
  void shouldAddUpToTheMedianOfTheWhole(int blocks) {
    RunData run = SampleRuns.blocks(blocks).readFrom(out);
    for (ArmLaunches arm : run.arms()) {
      List<Launch> counted = arm.counted();
      double sum = PhaseBars.ofMedianLaunch(counted).stream().filter(Double::isFinite).mapToDouble(d -> d).sum();
      double median = Quantiles.ofMs(counted).at(0.5);
      assertThat(sum).isCloseTo(Double.isNaN(median) ? 0 : median, within(1e-5));
    }
  }

  @Test
  void shouldLeaveAFusedPhaseAbsentAndNotZero() {
    RunData run = SampleRuns.blocks(3).readFrom(out);
    ArmLaunches baseline = run.arms().get(0);
    assertThat(baseline.arm().fused()).containsKey("parse");
    assertThat(PhaseBars.ofMedianLaunch(baseline.counted()).get(2)).isNaN();
  }

  @Test
  void shouldSayNothingOfNoLaunch() {
    ArmLaunches unmeasured = SampleRuns.blocks(0).readFrom(out).arms().get(0);
    assertThat(PhaseBars.ofMedianLaunch(unmeasured.counted())).isEmpty();
  }
}
