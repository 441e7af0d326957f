package dev.coldstart.stats.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coldstart.record.Arm;
import dev.coldstart.record.MemoryLaunch;
import dev.coldstart.stats.estimate.BlockBootstrap;
import dev.coldstart.stats.estimate.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class MemoryUseTest {

  private static final Arm ARM = ScenarioArms.arm("x");
  private static final int[] INSTANCES = {1, 2, 4, 8, 16, 32};
  private static final long MB = 1L << 20;

  private final BlockBootstrap bootstrap = new BlockBootstrap(42);

  /** 64 MiB with the first and 2 MiB for each further one: 960 MiB / 2 MiB + 1 fit. */
  @Test
  void shouldFindWhatWasPlanted() {
    MemoryUse use = of(launches(5, 62 * MB, 2 * MB, 0, 1));
    assertThat(use.n()).isEqualTo(5);
    assertThat(use.firstBytes().value()).isEqualTo(64 * MB);
    assertThat(use.instanceBytes().value()).isCloseTo(2 * MB, within(1e-6));
    assertThat(use.isInstanceSeen()).isTrue();
    assertThat(use.instancesPerGib()).isEqualTo(new Estimate(481, 481, 481));
    assertThat(use.at()).extracting(MemoryUse.At::instances).containsExactly(1, 2, 4, 8, 16, 32);
    assertThat(use.peakBytes().value()).isEqualTo(126 * MB);
  }

  @Test
  void shouldNotDivideByWhatIsNotToldApartFrom0() {
    MemoryUse use = of(launches(5, 62 * MB, 0, 2 * MB, 1));
    assertThat(use.instanceBytes().low()).isLessThan(0);
    assertThat(use.isInstanceSeen()).isFalse();
    assertThat(use.instancesPerGib()).isEqualTo(Estimate.NONE);
  }

  @Test
  void shouldBeSureOfNothingWithFewLaunches() {
    MemoryUse use = of(launches(4, 62 * MB, 2 * MB, 0, 1));
    assertThat(use.instanceBytes().value()).isCloseTo(2 * MB, within(1e-6));
    assertThat(use.isInstanceSeen()).isFalse();
    assertThat(use.instancesPerGib()).isEqualTo(Estimate.NONE);
  }

  /** A page holds many small instances: 1,000,000 of them were never measured. */
  @Test
  void shouldTellNothingBeyondAHundredTimesWhatWasMeasured() {
    MemoryUse use = of(launches(5, 62 * MB, 16_384, 0, 1));
    assertThat(use.toldUpTo()).isEqualTo(3_200);
    assertThat(use.isInstanceSeen()).isTrue();
    assertThat(use.instancesPerGib().value()).isInfinite();
    assertThat(of(launches(5, 62 * MB, MB / 2, 0, 1)).instancesPerGib().value()).isEqualTo(1_924);
  }

  /** The first few instances take a lot, further ones almost nothing: no line can be extrapolated from that. */
  @Test
  void shouldTellNothingWhereTheReadingsBend() {
    List<MemoryLaunch> launches = new ArrayList<>();
    for (int block = 0; block < 5; block++) {
      launches.add(launch(block, INSTANCES, new long[] {64 * MB, 74 * MB, 84 * MB, 86 * MB, 87 * MB, 88 * MB + block}));
    }
    MemoryUse use = of(launches);
    assertThat(use.isInstanceSeen()).isTrue();
    assertThat(use.straight()).isFalse();
    assertThat(use.instancesPerGib()).isEqualTo(Estimate.NONE);
  }

  @Test
  void shouldFitNoneWhereOneIsTooLarge() {
    assertThat(of(launches(5, 2_000 * MB, 2 * MB, 0, 1)).instancesPerGib().value()).isZero();
  }

  /** Readings that only some launches reached are skipped: they would be over other launches. */
  @Test
  void shouldReadOnlyWhatEachLaunchReached() {
    List<MemoryLaunch> launches = launches(5, 62 * MB, 2 * MB, 0, 1);
    launches.set(2, launch(2, new int[] {1, 2, 4}, new long[] {64 * MB, 66 * MB, 70 * MB}));
    launches.add(new MemoryLaunch(5, 0, ARM.arm(), ARM.fixture(), false, "exit code 134", null, null, null));
    MemoryUse use = of(launches);
    assertThat(use.at()).extracting(MemoryUse.At::instances).containsExactly(1, 2, 4);
    assertThat(use.setAside()).isEqualTo(new Excluded(1, "exit code 134"));
    assertThat(use.instanceBytes().value()).isCloseTo(2 * MB, within(1e-6));
  }

  /** Readings err by up to 1 MiB. Measured: 92.8 % of the intervals hold the slope, 96.0 % the instances per GiB. */
  @Test
  void shouldCoverTheTruth() {
    int runs = 500;
    int slopes = 0;
    int instances = 0;
    for (int run = 0; run < runs; run++) {
      MemoryUse use = of(launches(5, 62 * MB, 2 * MB, MB, run));
      slopes += holds(use.instanceBytes(), 2 * MB) ? 1 : 0;
      instances += holds(use.instancesPerGib(), 481) ? 1 : 0;
    }
    assertThat(slopes / (double) runs).isBetween(0.9, 0.98);
    assertThat(instances / (double) runs).isBetween(0.9, 1.0);
  }

  private static boolean holds(Estimate estimate, double truth) {
    return estimate.low() <= truth && estimate.high() >= truth;
  }

  private MemoryUse of(List<MemoryLaunch> launches) {
    return MemoryUse.of(ARM, launches, bootstrap);
  }

  private static List<MemoryLaunch> launches(int blocks, long jvmBytes, long instanceBytes, long errorBytes,
      long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<MemoryLaunch> launches = new ArrayList<>();
    for (int block = 0; block < blocks; block++) {
      long[] rss = Arrays.stream(INSTANCES)
          .mapToLong(n -> jvmBytes + n * instanceBytes + Math.round(errorBytes * random.nextDouble(-1, 1)))
          .toArray();
      launches.add(launch(block, INSTANCES, rss));
    }
    return launches;
  }

  private static MemoryLaunch launch(int block, int[] instances, long[] rssBytes) {
    return new MemoryLaunch(block, 0, ARM.arm(), ARM.fixture(), true, null, instances, rssBytes,
        rssBytes[rssBytes.length - 1]);
  }
}
