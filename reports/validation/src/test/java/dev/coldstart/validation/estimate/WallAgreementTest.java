package dev.coldstart.validation.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WallAgreementTest {

  @Test
  void shouldAgreeWithAHarnessThatTimesTheSame() {
    WallAgreement same = WallAgreement.of("arm", pairs(600, 1), 1);
    assertThat(same.launches()).isEqualTo(600);
    assertThat(same.ratio().value()).isEqualTo(1, within(0.005));
    assertThat(same).matches(WallAgreement::met).matches(WallAgreement::decided);
    assertThat(same.ratio().low()).isLessThan(same.ratio().value());
    assertThat(same.ratio().high()).isGreaterThan(same.ratio().value());
  }

  @Test
  void shouldSeeAHarnessThatTakesLonger() {
    WallAgreement slower = WallAgreement.of("arm", pairs(600, 1.05), 1);
    assertThat(slower.ratio().value()).isEqualTo(1.05, within(0.01));
    assertThat(slower).matches(wall -> !wall.met()).matches(WallAgreement::decided);
  }

  @Test
  void shouldSayWhereItCannotTell() {
    assertThat(WallAgreement.of("arm", pairs(4, 1), 1)).matches(wall -> !wall.decided());
    assertThat(WallAgreement.of("arm", pairs(4, 1), 1).ratio().hasInterval()).isFalse();
  }

  /** Both drift together by 5 % from pair to pair, and each scatters by 2 %. */
  private static List<WallAgreement.Pair> pairs(int pairs, double ratio) {
    Random random = new Random(3);
    return IntStream.range(0, pairs)
        .mapToDouble(i -> 60 * Math.exp(0.05 * random.nextGaussian()))
        .mapToObj(ms -> new WallAgreement.Pair(scattered(random, ms * ratio), scattered(random, ms)))
        .toList();
  }

  private static double scattered(Random random, double ms) {
    return ms * Math.exp(0.02 * random.nextGaussian());
  }
}
