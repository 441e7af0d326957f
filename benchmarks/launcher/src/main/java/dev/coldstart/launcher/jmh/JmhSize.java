package dev.coldstart.launcher.jmh;

import dev.coldstart.jmh.JmhFork.Measure;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.spi.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How much JMH observes in a preset.
 *
 * @param fixtures how many fixtures, counted from the first
 * @param rounds the number of forks for each first touch
 * @param firstTouch the phases for which the first touch is observed
 * @param steady the phases for which the steady state is observed
 * @param measures the modes in which the steady state is observed
 * @param steadyOf the configurations for which the steady state is observed
 * @param mostWarmup the longest warm-up; the steady state of a configuration that needs more is not observed, because
 * it would be measured before it is reached
 * @param measurement how long a steady state is measured
 * @param budget no further fork is started once this time is used up
 */
public record JmhSize(int fixtures, int rounds, Set<Phase> firstTouch, Set<Phase> steady, List<Measure> measures,
    Predicate<Configuration> steadyOf, Duration mostWarmup, Duration measurement, Duration budget) {

  private static final Set<Phase> ALL_PHASES =
      Set.of(Phase.PARSE, Phase.COMPILE, Phase.INSTANTIATE, Phase.FIRST_INVOKE);
  private static final Set<Phase> INVOKE = Set.of(Phase.FIRST_INVOKE);

  /** No forks: the run consists of launches only. */
  public static final JmhSize NONE = new JmhSize(0, 0, Set.of(), Set.of(), List.of(), configuration -> false,
      Duration.ZERO, Duration.ZERO, Duration.ZERO);

  /** One of each kind, as a smoke test. */
  public static final JmhSize SMOKE = new JmhSize(1, 1, INVOKE, INVOKE, List.of(Measure.STEADY_SAMPLES),
      Configuration::baseline, Duration.ofSeconds(2), Duration.ofMillis(200), Duration.ofSeconds(20));

  public static final JmhSize QUICK = new JmhSize(1, 1, INVOKE, INVOKE, List.of(Measure.STEADY_SAMPLES),
      configuration -> true, Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(20));

  public static final JmhSize DEFAULT =
      new JmhSize(Integer.MAX_VALUE, 1, ALL_PHASES, INVOKE, List.of(Measure.STEADY_SAMPLES), configuration -> true,
          Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofMinutes(4));

  public static final JmhSize NIGHTLY =
      new JmhSize(Integer.MAX_VALUE, 5, ALL_PHASES, ALL_PHASES, List.of(Measure.STEADY_SAMPLES, Measure.STEADY_AVERAGE),
          configuration -> true, Duration.ofSeconds(60), Duration.ofSeconds(3), Duration.ofMinutes(90));
}
