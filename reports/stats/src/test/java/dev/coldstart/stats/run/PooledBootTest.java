package dev.coldstart.stats.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Counters;
import dev.coldstart.record.Launch;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.record.Scenarios;
import dev.coldstart.stats.estimate.BlockBootstrap;
import dev.coldstart.stats.estimate.Estimate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Runs of several fixtures in whose launches the boot takes and scatters the most. The seed is fixed. */
class PooledBootTest {

  private static final int BLOCKS = 30;
  private static final double BOOT_MS = 40;
  private static final double REST_MS = 4;
  private static final double BOOT_SD = 0.15;

  private final RandomGenerator random = BlockBootstrap.generator(7);

  @Test
  void shouldHoldTheTruthAndBeNearerWhereTheBootIsMostOfTheTime() {
    int covered = 0;
    double pooledWidth = 0;
    double width = 0;
    int runs = 400;
    for (int i = 0; i < runs; i++) {
      RunData run = run(5, 1);
      Estimate pooled = PooledBoot.of(run).get(new ArmKey("x.arm/default/jdk25", "f0"));
      if (pooled == null) {
        // One run in twenty fails the test of the assumption.
        continue;
      }
      covered += pooled.low() <= truth() && pooled.high() >= truth() ? 1 : 0;
      pooledWidth += Math.log(pooled.high() / pooled.low()) / runs;
      Estimate ratio = Comparison.of(Machines.of(run), 0.02, true).get(1).ratio();
      width += Math.log(ratio.high() / ratio.low()) / runs;
    }
    assertThat(covered / (double) runs).isBetween(0.86, 0.96);
    assertThat(pooledWidth).isLessThan(0.6 * width);
  }

  @Test
  void shouldSayNothingWhereTheBootDependsOnTheFixture() {
    assertThat(PooledBoot.of(run(5, 1.5))).isEmpty();
  }

  @Test
  void shouldSayNothingOfTwoFixtures() {
    assertThat(PooledBoot.of(run(2, 1))).isEmpty();
    assertThat(PooledBoot.of(SampleRuns.standard().readFrom(Path.of("target", "pooled-boot-" + System.nanoTime()))))
        .isEmpty();
  }

  /** The arm's boot takes as long as its baseline's, and the rest twice as long. */
  private static double truth() {
    return (BOOT_MS + 2 * REST_MS) / (BOOT_MS + REST_MS);
  }

  /** @param firstBoot ratio of the arm's boot to the baseline's in the first fixture */
  private RunData run(int fixtures, double firstBoot) {
    List<ArmLaunches> arms = new ArrayList<>();
    for (int i = 0; i < fixtures; i++) {
      arms.add(launches("baseline", "f" + i, 1, 1));
      arms.add(launches("arm", "f" + i, i == 0 ? firstBoot : 1, 2));
    }
    return new RunData(new RunFolder(Path.of("simulated")),
        Records.with(SampleRuns.blocks(0).manifest(), "arms", arms.stream().map(ArmLaunches::arm).toList()), arms,
        List.of(), List.of(), Scenarios.NONE, List.of());
  }

  private ArmLaunches launches(String name, String fixture, double boot, double rest) {
    String id = "x." + name + "/default/jdk25";
    Arm arm = new Arm(id, "x", "X", "x." + name, name, "default", "jdk25", fixture, name.equals("baseline"), null,
        Map.of(), null, List.of("java", "-cp", "x.jar", "Main"), null, null, null);
    List<Launch> launches = new ArrayList<>();
    for (int block = 0; block < BLOCKS; block++) {
      long bootNs = Math.round(1e6 * BOOT_MS * boot * Math.exp(BOOT_SD * random.nextGaussian()));
      long restNs = Math.round(1e6 * REST_MS * rest * Math.exp(0.05 * random.nextGaussian()));
      launches.add(new Launch(block, 0, id, fixture, false, true, null, 0, bootNs + restNs, null,
          new PhasesNs(bootNs, null, null, null, null, restNs), null, Counters.NONE, 0, null));
    }
    return new ArmLaunches(arm, launches, Set.of());
  }
}
