package dev.coldstart.stats.change;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Prints the table of RATIONALE.md's <em>How are slow nights found?</em>; some minutes. Build, then start it with the
 * test class path of this module: {@code java -cp ... dev.coldstart.stats.change.ChangeBenchmark 400 400 20}, the
 * numbers of histories with a step, of arms without one, and of nights before.
 */
public final class ChangeBenchmark {

  private static final double STEP = 0.05;
  private static final int ARMS = 40;

  private ChangeBenchmark() {}

  public static void main(String[] args) {
    int histories = Integer.parseInt(args[0]);
    int arms = Integer.parseInt(args[1]);
    int before = Integer.parseInt(args[2]);
    double cached = Night.SPREAD_OF_CACHES;
    List<SimulatedNights> kinds = List.of(new SimulatedNights(0.01, 0, Night.SPREAD),
        new SimulatedNights(0.01, Night.SPREAD, Night.SPREAD), new SimulatedNights(0.01, 0.0072, Night.SPREAD),
        new SimulatedNights(0.0125, Night.SPREAD, Night.SPREAD), new SimulatedNights(0.01, cached, cached),
        new SimulatedNights(0.01, cached / Math.sqrt(3), cached / Math.sqrt(3)),
        new SimulatedNights(0.01, cached / 2, cached / 2), new SimulatedNights(0.01, 0.028, cached));
    for (SimulatedNights kind : kinds) {
      ChangeSimulation simulation = new ChangeSimulation(kind, before);
      List<ChangeSimulation.Alarms> alarms =
          IntStream.range(0, arms).parallel().mapToObj(i -> simulation.alarms(i, 0)).toList();
      System.out.printf(Locale.ROOT,
          "%s: found on night 2 %.3f, 3 %.3f; suspected at once %.3f; a quarter of %d arms: %.2f alarms, %.1f nights"
              + " with a suspicion%n",
          kind, part(histories, i -> simulation.isFound(i, STEP, 2)),
          part(histories, i -> simulation.isFound(i, STEP, 3)),
          part(histories, i -> simulation.isSuspectedAtOnce(i, STEP)), ARMS,
          alarms.stream().mapToInt(ChangeSimulation.Alarms::confirmed).sum() * (double) ARMS / arms,
          alarms.stream().mapToInt(ChangeSimulation.Alarms::nightsWithASuspicion).sum() * (double) ARMS / arms);
    }
  }

  static double part(int draws, IntPredicate isTrue) {
    return IntStream.range(0, draws).parallel().filter(isTrue).count() / (double) draws;
  }
}
