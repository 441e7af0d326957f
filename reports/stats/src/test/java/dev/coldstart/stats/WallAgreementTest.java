package dev.coldstart.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WallAgreementTest {

  @Test
  void shouldAgreeWithAHarnessThatTimesTheSame() {
    WallAgreement same = WallAgreement.of("arm", rounds(60, 1), 1);
    assertThat(same.rounds()).isEqualTo(60);
    assertThat(same.launches()).isEqualTo(600);
    assertThat(same.otherRuns()).isEqualTo(600);
    assertThat(same.ratio().value()).isEqualTo(1, within(0.005));
    assertThat(same).matches(WallAgreement::met).matches(WallAgreement::decided);
    assertThat(same.ratio().low()).isLessThan(same.ratio().value());
    assertThat(same.ratio().high()).isGreaterThan(same.ratio().value());
  }

  @Test
  void shouldSeeAHarnessThatTakesLonger() {
    WallAgreement slower = WallAgreement.of("arm", rounds(60, 1.05), 1);
    assertThat(slower.ratio().value()).isEqualTo(1.05, within(0.01));
    assertThat(slower).matches(wall -> !wall.met()).matches(WallAgreement::decided);
  }

  @Test
  void shouldSayWhereItCannotTell() {
    assertThat(WallAgreement.of("arm", rounds(4, 1), 1)).matches(wall -> !wall.decided());
    assertThat(WallAgreement.of("arm", rounds(4, 1), 1).ratio().hasInterval()).isFalse();
  }

  private static List<WallAgreement.Round> rounds(int rounds, double ratio) {
    Random random = new Random(3);
    return IntStream.range(0, rounds)
        .mapToObj(i -> Math.exp(0.05 * random.nextGaussian()))
        .map(drift -> new WallAgreement.Round(times(random, 60 * drift * ratio), times(random, 60 * drift)))
        .toList();
  }

  private static double[] times(Random random, double ms) {
    return random.doubles(10).map(any -> ms * Math.exp(0.02 * random.nextGaussian())).toArray();
  }
}
