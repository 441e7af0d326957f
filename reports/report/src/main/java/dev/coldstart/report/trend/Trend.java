package dev.coldstart.report.trend;

import dev.coldstart.record.history.HistoryLine;
import dev.coldstart.stats.change.ChangePoint;
import dev.coldstart.stats.change.ChangePoints;
import dev.coldstart.stats.change.ChangeRule;
import dev.coldstart.stats.change.Night;
import dev.coldstart.stats.estimate.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One arm in one fixture over all nights, with its ratio to one baseline.
 *
 * @param lines all nights, the oldest first
 * @param series the nights of each kind of machine, in the order of their first nights
 */
public record Trend(Key key, List<HistoryLine> lines, List<Series> series) {

  /** What has to be the same for ratios to be comparable, apart from the machine. */
  public record Key(String arm, String fixture, String baseline, String pageCache) {

    static Key of(HistoryLine line) {
      return new Key(line.arm(), line.fixture(), line.baseline(), line.pageCache());
    }
  }

  /**
   * The nights of one kind of machine. An unknown processor is like no other, so such a night is alone.
   *
   * @param nights those that count: of runs that are trusted, with an interval; the oldest first
   * @param changes indices refer to {@code nights}
   */
  public record Series(List<HistoryLine> nights, List<Change> changes) {

    static Series of(List<HistoryLine> lines) {
      List<HistoryLine> counted = lines.stream().filter(Trend::counts).toList();
      List<Night> nights = counted.stream().map(Series::night).toList();
      List<Change> changes = ChangePoints.of(nights, ChangeRule.DEFAULT)
          .stream()
          .map(point -> new Change(point, point.isConfirmed() ? foundBy(point, nights) : nights.size() - 1))
          .toList();
      return new Series(counted, changes);
    }

    private static Night night(HistoryLine line) {
      int caches = line.caches() == null ? 0 : line.caches();
      return Night.of(new Estimate(line.ratio(), line.ratioLow(), line.ratioHigh()), line.blocks(), caches);
    }

    /** The first night with which the change was confirmed. Its first night may move by one while more come. */
    private static int foundBy(ChangePoint point, List<Night> nights) {
      return IntStream.range(point.at() + 1, nights.size())
          .filter(last -> ChangePoints.of(nights.subList(0, last + 1), ChangeRule.DEFAULT)
              .stream()
              .anyMatch(before -> before.isConfirmed() && Math.abs(before.at() - point.at()) <= 1))
          .findFirst()
          .orElse(nights.size() - 1);
    }
  }

  /**
   * A change in a series.
   *
   * @param foundBy index of the night with which it was confirmed; of the last night if it is only suspected
   */
  public record Change(ChangePoint point, int foundBy) {}

  /** The arms with a ratio, in the order in which a run lists them; those of the newest run first. */
  public static List<Trend> of(List<HistoryLine> history) {
    Map<Key, List<HistoryLine>> byKey = new LinkedHashMap<>();
    history.stream()
        .sorted(Comparator.comparing(HistoryLine::startedAt).reversed())
        .filter(line -> line.baseline() != null && line.ratio() != null)
        .forEach(line -> byKey.computeIfAbsent(Key.of(line), key -> new ArrayList<>()).add(0, line));
    return byKey.entrySet()
        .stream()
        .map(entry -> new Trend(entry.getKey(), List.copyOf(entry.getValue()), series(entry.getValue())))
        .toList();
  }

  private static List<Series> series(List<HistoryLine> lines) {
    List<List<HistoryLine>> machines = new ArrayList<>();
    for (HistoryLine line : lines) {
      machines.stream().filter(same -> same.get(0).machine().isLike(line.machine())).findFirst().orElseGet(() -> {
        List<HistoryLine> fresh = new ArrayList<>();
        machines.add(fresh);
        return fresh;
      }).add(line);
    }
    return machines.stream().map(Series::of).toList();
  }

  /** Why no change can be found in any of these arms, if that is so; otherwise null. */
  static String tooShort(List<Trend> trends) {
    int least = ChangeRule.DEFAULT.leastNights() + 1;
    return trends.stream().flatMap(trend -> trend.series().stream()).anyMatch(one -> one.nights().size() >= least)
        ? null
        : "it takes at least " + least + " trusted nights on one kind of machine";
  }

  static boolean counts(HistoryLine line) {
    return line.trusted() && line.hasInterval();
  }

  HistoryLine newest() {
    return lines.get(lines.size() - 1);
  }
}
