package dev.coldstart.stats.change;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Judges simulated histories night by night.
 *
 * @param history number of nights before anything happens
 */
record ChangeSimulation(SimulatedNights nights, int history) {

  static final int QUARTER = 90;

  /** What a quarter in which nothing changes brings. */
  record Alarms(int confirmed, int nightsWithASuspicion) {}

  /**
   * Whether a step is confirmed, in its direction and within a night of its place, once it has lasted so many nights.
   */
  boolean isFound(int seed, double step, int lasted) {
    return points(seed, step, lasted).stream()
        .anyMatch(
            point -> point.isConfirmed() && Math.abs(point.at() - history) <= 1 && point.isSlower() == (step > 0));
  }

  boolean isSuspectedAtOnce(int seed, double step) {
    return points(seed, step, 1).stream().anyMatch(point -> point.at() == history && point.isSlower() == (step > 0));
  }

  private List<ChangePoint> points(int seed, double step, int lasted) {
    return ChangePoints.of(nights.of(history + lasted, history, step, new Random(7_919L * seed)), ChangeRule.DEFAULT);
  }

  /**
   * The changes that are confirmed on some night of a quarter. One that moves by a night or two is not new.
   *
   * @param spike size of a night that is off, on two nights of the quarter; 0 if there is none
   */
  Alarms alarms(int seed, double spike) {
    List<Night> all = nights.of(history + QUARTER, Integer.MAX_VALUE, 0, new Random(104_729L * seed));
    if (spike != 0) {
      for (int at : new int[] {history + 15 + seed % 10, history + 60 + seed % 10}) {
        all.set(at, new Night(all.get(at).value() + spike, all.get(at).error()));
      }
    }
    Set<Integer> told = new HashSet<>();
    int confirmed = 0;
    int suspicions = 0;
    for (int last = history + 1; last <= all.size(); last++) {
      List<ChangePoint> points = ChangePoints.of(all.subList(0, last), ChangeRule.DEFAULT);
      for (ChangePoint point : points) {
        boolean isNew =
            point.isConfirmed() && IntStream.rangeClosed(point.at() - 2, point.at() + 2).noneMatch(told::contains);
        if (isNew) {
          told.add(point.at());
          confirmed++;
        }
      }
      suspicions += points.stream().allMatch(ChangePoint::isConfirmed) ? 0 : 1;
    }
    return new Alarms(confirmed, suspicions);
  }
}
