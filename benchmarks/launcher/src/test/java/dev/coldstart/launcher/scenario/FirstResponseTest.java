package dev.coldstart.launcher.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.PhasesNs;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FirstResponseTest {

  private static final long STARTED_NS = 1_000;
  private static final long[] STAMPS_NS = {1_001, 1_011, 1_111, 2_111, 12_111, 112_111};
  private static final long RESPONDED_NS = 1_112_111;

  @Test
  void shouldTakeEachPhaseFromTheOneBefore() {
    assertThat(FirstResponse.phases(STARTED_NS, STAMPS_NS, RESPONDED_NS, Map.of()))
        .isEqualTo(new PhasesNs(1L, 10L, 100L, 1_000L, 10_000L, 1_100_000L));
  }

  @Test
  void shouldGiveTheTimeOfAFusedPhaseToItsHolder() {
    assertThat(FirstResponse.phases(STARTED_NS, STAMPS_NS, RESPONDED_NS, Map.of("compile", "parse")))
        .isEqualTo(new PhasesNs(1L, 10L, 1_100L, null, 10_000L, 1_100_000L));
    assertThat(FirstResponse.phases(STARTED_NS, STAMPS_NS, RESPONDED_NS,
        Map.of("parse", "instantiate", "compile", "instantiate")))
        .isEqualTo(new PhasesNs(1L, 10L, null, null, 11_100L, 1_100_000L));
  }

  @Test
  void shouldAddUpToTheFirstResponse() {
    assertThat(FirstResponse.phases(STARTED_NS, STAMPS_NS, RESPONDED_NS, Map.of()).sumNs())
        .isEqualTo(RESPONDED_NS - STARTED_NS);
    assertThat(
        FirstResponse.phases(STARTED_NS, STAMPS_NS, RESPONDED_NS, Map.of("parse", "compile", "load", "boot")).sumNs())
        .isEqualTo(RESPONDED_NS - STARTED_NS);
  }
}
