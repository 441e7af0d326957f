package dev.coldstart.launcher.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.catalog.SampleCatalog;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.Manifest.Sparse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SparseRuleTest {

  private static final String BASELINE = "base.plain/default/jdk25";
  private static final List<PlannedArm> ARMS =
      new Selection(List.of("hello"), List.of(), List.of(), List.of(), List.of(), Controls.STANDARD)
          .from(SampleCatalog.catalog());

  /** An early or late launch of the baseline has only half of the weight. */
  @Test
  void shouldTakeTheBaselineAndItsAaArmTogether() {
    Map<ArmKey, Long> warmupNs = new HashMap<>(Map.of(key(BASELINE), 60L, key(BASELINE + "+aa"), 140L,
        key("fast.jit/default/jdk25"), 600L, key("slow.interpreter/default/jdk25"), 601L));
    assertThat(sparse(warmupNs)).containsExactly(key("slow.interpreter/default/jdk25"));
    warmupNs.remove(key(BASELINE + "+aa"));
    assertThat(sparse(warmupNs)).containsExactlyInAnyOrder(key("fast.jit/default/jdk25"),
        key("slow.interpreter/default/jdk25"));
    warmupNs.remove(key(BASELINE));
    assertThat(sparse(warmupNs)).as("nothing to hold them against").isEmpty();
  }

  /** If two arms are close to each other, both stay in every block, however far away their baseline is. */
  @Test
  void shouldLeaveArmsInEveryBlockThatHaveAnotherNearby() {
    Map<ArmKey, Long> warmupNs = new HashMap<>(Map.of(key(BASELINE), 100L, key("fast.jit/default/jdk25"), 1_000L,
        key("slow.interpreter/default/jdk25"), 1_250L));
    Sparse rule = new Sparse(6, 1.3, 3, null);
    assertThat(SparseArms.decided(rule, ARMS, warmupNs).arms()).isEmpty();
    warmupNs.put(key("slow.interpreter/default/jdk25"), 1_350L);
    assertThat(SparseArms.decided(rule, ARMS, warmupNs).arms()).hasSize(2);
  }

  private static List<ArmKey> sparse(Map<ArmKey, Long> warmupNs) {
    return SparseArms.decided(new Sparse(6, 1, 3, null), ARMS, warmupNs).arms();
  }

  private static ArmKey key(String arm) {
    return new ArmKey(arm, "hello");
  }
}
