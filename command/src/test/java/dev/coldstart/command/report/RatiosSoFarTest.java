package dev.coldstart.command.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.loop.BlockLoop.Precision;
import dev.coldstart.record.Arm;
import dev.coldstart.record.Launch;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.SampleLaunch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RatiosSoFarTest {

  private static final Arm BASELINE = arm("base.plain", true, null);
  private static final Arm OTHER = arm("fast.jit", false, null);
  private static final Arm AA = arm("base.plain+aa", false, new Arm.Control(Arm.Control.AA, null, null));
  private final Random random = new Random(1);

  @Test
  void shouldDependOnHowWideTheIntervalIs() {
    List<Launch> exact = launches(OTHER, 3, 0.01);
    assertThat(reached(0.02, exact)).isTrue();
    assertThat(reached(0.0001, exact)).isFalse();
    assertThat(reached(0.02, launches(OTHER, 3, 0.5))).isFalse();
  }

  @Test
  void shouldNotDependOnWhetherThereIsADifference() {
    assertThat(reached(0.02, launches(OTHER, 1, 0.01))).isTrue();
    assertThat(reached(0.02, launches(OTHER, 50, 0.01))).isTrue();
  }

  @Test
  void shouldAskEveryArmThatIsComparedAndNoControl() {
    List<Launch> control = launches(AA, 1, 0.9);
    assertThat(reached(0.02, launches(OTHER, 3, 0.01), control)).isTrue();

    Arm third = arm("slow.jit", false, null);
    Precision precision = new RatiosSoFar(() -> List.of(BASELINE, OTHER, third)).within(0.02);
    List<Launch> baseline = launches(BASELINE, 1, 0);
    assertThat(precision.isReached(List.of(joined(baseline, launches(OTHER, 3, 0.01), launches(third, 2, 0.6)))))
        .isFalse();
    assertThat(precision.isReached(List.of(joined(baseline, launches(OTHER, 3, 0.6), launches(third, 2, 0.01)))))
        .isFalse();
    assertThat(precision.isReached(List.of(joined(baseline, launches(OTHER, 3, 0.01), launches(third, 2, 0.01)))))
        .isTrue();
  }

  @Test
  void shouldNotBeReachedByNothing() {
    assertThat(new RatiosSoFar(() -> List.of(BASELINE, AA)).within(0.02).isReached(List.of(launches(BASELINE, 1, 0))))
        .isFalse();
    assertThat(reached(0.02, List.of())).isFalse();
    assertThat(new RatiosSoFar(List::of).within(0.02).isReached(List.of())).isFalse();
  }

  @Test
  void shouldShowTheRatiosSoFarByTime() {
    RatiosSoFar ratios = new RatiosSoFar(() -> List.of(BASELINE, OTHER, AA));
    assertThat(ratios.lines(List.of(List.of()))).isEmpty();
    List<String> lines = ratios.lines(List.of(joined(launches(BASELINE, 1, 0), launches(OTHER, 0.5, 0))));
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).endsWith("  0.50 × (0.50-0.50)").hasSizeLessThan(80);
    assertThat(lines.get(1)).endsWith("  100.0 ms");
  }

  @SafeVarargs
  private boolean reached(double target, List<Launch>... others) {
    List<Launch> all = joined(launches(BASELINE, 1, 0), joined(others));
    return new RatiosSoFar(() -> List.of(BASELINE, OTHER, AA)).within(target).isReached(List.of(all));
  }

  @SafeVarargs
  private static List<Launch> joined(List<Launch>... parts) {
    List<Launch> all = new ArrayList<>();
    for (List<Launch> part : parts) {
      all.addAll(part);
    }
    return all;
  }

  /** Thirty blocks with times around {@code times} x 100 ms, which vary by the fraction {@code spread}. */
  private List<Launch> launches(Arm arm, double times, double spread) {
    List<Launch> launches = new ArrayList<>();
    for (int block = 1; block <= 30; block++) {
      long ns = (long) (times * 1e8 * (1 + spread * (random.nextDouble() * 2 - 1)));
      launches.add(SampleLaunch.of(block, arm.key(), new PhasesNs(ns, 0L, 0L, 0L, 0L, 0L)));
    }
    return launches;
  }

  private static Arm arm(String configuration, boolean baseline, Arm.Control control) {
    return new Arm(configuration + "/default/jdk25", "r", "R", configuration, "C", "default", "jdk25", "hello",
        baseline, control, Map.of(), null, List.of(), null, null, null);
  }
}
