package dev.coldstart.stats.change;

import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Welch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Finds change points by E-divisive means with a t-test, as Hunter and Apache Otava do: windows, weak points first,
 * then the weakest is removed until all that remain are clear. Deterministic: no permutations.
 */
public final class ChangePoints {

  private final List<Night> nights;
  private final ChangeRule rule;
  private final Divergence divergence;

  private ChangePoints(List<Night> nights, ChangeRule rule) {
    this.nights = nights;
    this.rule = rule;
    this.divergence = new Divergence(nights.stream().mapToDouble(Night::value).toArray());
  }

  /**
   * The confirmed changes, in order, and last a suspected one of the last nights, if there is one.
   *
   * @param nights the oldest first
   */
  public static List<ChangePoint> of(List<Night> nights, ChangeRule rule) {
    ChangePoints points = new ChangePoints(nights, rule);
    List<ChangePoint> found = new ArrayList<>(points.confirmed());
    points.suspected(found.isEmpty() ? 0 : found.get(found.size() - 1).at()).ifPresent(found::add);
    return List.copyOf(found);
  }

  private List<ChangePoint> confirmed() {
    List<Integer> points = new ArrayList<>(weak());
    while (!points.isEmpty()) {
      List<ChangePoint> tested = tested(points, 0, nights.size());
      ChangePoint weakest = tested.stream().max(Comparator.comparingDouble(ChangePoint::p)).orElseThrow();
      if (weakest.p() <= rule.p()) {
        weakest = tested.stream().min(Comparator.comparingDouble(ChangePoints::size)).orElseThrow();
        if (size(weakest) > Math.log1p(rule.margin())) {
          return tested;
        }
      }
      points.remove((Integer) weakest.at());
    }
    return List.of();
  }

  /** Candidates at a p that is too large for a result, from overlapping windows. */
  private TreeSet<Integer> weak() {
    TreeSet<Integer> all = new TreeSet<>();
    for (int start = 0; start < nights.size();) {
      TreeSet<Integer> inWindow = weak(start, Math.min(start + rule.window(), nights.size()));
      all.addAll(inWindow);
      int next = start + rule.window() / 2;
      start = inWindow.isEmpty() ? next : Math.max(next, inWindow.last());
    }
    return all;
  }

  /** Divides a window where its parts differ most, until the best remaining division is by chance. */
  private TreeSet<Integer> weak(int from, int to) {
    TreeSet<Integer> points = new TreeSet<>();
    while (true) {
      List<Integer> ends = ends(points.stream().toList(), from, to);
      Optional<Divergence.Best> best = IntStream.range(1, ends.size())
          .mapToObj(i -> divergence.best(ends.get(i - 1), ends.get(i), rule.leastNights()))
          .filter(one -> one != null)
          .max(Comparator.comparingDouble(Divergence.Best::q));
      if (best.isEmpty()) {
        return points;
      }
      // As far as the difference lasts: a change that was taken back is none over the whole range.
      ChangePoint point = tested(best.get().from(), best.get().at(), best.get().end(), true);
      if (point.p() > rule.suspectedP()) {
        return points;
      }
      points.add(point.at());
    }
  }

  private List<ChangePoint> tested(List<Integer> points, int from, int to) {
    List<Integer> ends = ends(points, from, to);
    return IntStream.range(1, ends.size() - 1)
        .mapToObj(i -> tested(ends.get(i - 1), ends.get(i), ends.get(i + 1), true))
        .toList();
  }

  private static List<Integer> ends(List<Integer> points, int from, int to) {
    List<Integer> ends = new ArrayList<>(List.of(from));
    ends.addAll(points);
    ends.add(to);
    return ends;
  }

  /** A change in the last nights that is not confirmed yet. */
  private Optional<ChangePoint> suspected(int from) {
    int last = nights.size();
    return IntStream.rangeClosed(1, rule.leastNights())
        .map(length -> last - length)
        .filter(at -> at - from >= Math.max(2, rule.leastNights()))
        .mapToObj(at -> tested(from, at, last, false))
        .filter(point -> point.p() <= rule.suspectedP() && size(point) > Math.log1p(rule.margin()))
        .min(Comparator.comparingDouble(ChangePoint::p));
  }

  private ChangePoint tested(int from, int at, int to, boolean isConfirmed) {
    List<Night> before = nights.subList(from, at);
    List<Night> after = nights.subList(at, to);
    Welch shift = MeanShift.between(before, after);
    double p = p(shift);
    if (isConfirmed || after.size() > 1) {
      p = Math.max(p, p(MeanShift.withoutOneNight(before, after)) * rule.p() / rule.suspectedP());
    }
    return new ChangePoint(at, shift.interval(Estimate.ALPHA).map(Math::exp), p, isConfirmed);
  }

  private static double p(Welch shift) {
    return shift.p(Math.abs(shift.mean()));
  }

  private static double size(ChangePoint point) {
    return Math.abs(Math.log(point.change().value()));
  }
}
