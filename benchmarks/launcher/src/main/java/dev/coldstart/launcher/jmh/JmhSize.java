package dev.coldstart.launcher.jmh;

import dev.coldstart.jmh.JmhFork.Measure;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.spi.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How much a preset has JMH observe.
 *
 * @param fixtures how many fixtures, from the first on
 * @param rounds how many forks each first touch gets
 * @param firstTouch the phases of which the first touch is observed
 * @param steady the phases of which the steady state is observed
 * @param measures how the steady state is observed
 * @param steadyOf the configurations whose steady state is observed
 * @param mostWarmup a configuration that needs a longer warm-up has no steady state observed: before its warm-up is
 * over, the figure would be of something else
 * @param measurement how long a steady state is measured
 * @param budget when it is used up, no further fork is started
 */
public record JmhSize(int fixtures, int rounds, Set<Phase> firstTouch, Set<Phase> steady, List<Measure> measures,
    Predicate<Configuration> steadyOf, Duration mostWarmup, Duration measurement, Duration budget) {

  private static final Set<Phase> ALL_PHASES =
      Set.of(Phase.PARSE, Phase.COMPILE, Phase.INSTANTIATE, Phase.FIRST_INVOKE);
  private static final Set<Phase> INVOKE = Set.of(Phase.FIRST_INVOKE);

  /** Nothing: the run is of launches alone. */
  public static final JmhSize NONE = new JmhSize(0, 0, Set.of(), Set.of(), List.of(), configuration -> false,
      Duration.ZERO, Duration.ZERO, Duration.ZERO);

  /** One of each kind, to see that it works. */
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
