package dev.coldstart.command.report;

import dev.coldstart.launcher.loop.BlockLoop.Precision;
import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.text.ArmNames;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.HodgesLehmann;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.LogRatios;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The ratios of a run that still measures: when they are precise enough to stop, and as lines for the console. */
final class RatiosSoFar {

  /** With more fixtures each gets one line, and its arms that answer first. */
  private static final int MOST_IN_FULL = 2;

  private static final int MOST_IN_A_LINE = 3;

  /** @param all every arm of the same fixture, profile and JDK, with controls */
  private record Compared(Arm arm, Arm baseline, List<Arm> all) {}

  /** @param typicalMs of the baseline alone; else NaN */
  private record Row(Arm arm, Estimate ratio, double typicalMs) {}

  private final Supplier<List<Arm>> arms;

  /** @param arms those that ran; asked for when the first block has shown which */
  RatiosSoFar(Supplier<List<Arm>> arms) {
    this.arms = arms;
  }

  private static List<Compared> compared(List<Arm> arms) {
    return arms.stream()
        .filter(arm -> !arm.baseline() && !arm.isControl())
        .flatMap(arm -> arms.stream()
            .filter(other -> other.baseline() && other.isBeside(arm))
            .limit(1)
            .map(baseline -> new Compared(arm, baseline, arms)))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static Estimate ratio(Compared pair, List<Launch> launches) {
    List<ArmLaunches> all =
        pair.all().stream().filter(arm -> arm.isBeside(pair.arm())).map(arm -> of(arm, launches)).toList();
    return HodgesLehmann.ratioOf(new LogRatios(all).of(of(pair.arm(), launches), of(pair.baseline(), launches)));
  }

  private static ArmLaunches of(Arm arm, List<Launch> launches) {
    List<Launch> own = launches.stream().filter(launch -> launch.key().equals(arm.launchKey())).toList();
    return new ArmLaunches(arm, own, Set.of());
  }

  private static List<Launch> joined(Collection<List<Launch>> counted) {
    return counted.stream().flatMap(List::stream).toList();
  }

  /**
   * Whether every interval is narrow enough. It looks at the width and at nothing else: a run that stops as soon as it
   * sees a difference finds differences that do not exist.
   *
   * @param target how far an interval may reach to either side, as a part of its ratio
   */
  Precision within(double target) {
    return new Precision() {

      private List<Compared> compared;

      @Override
      public boolean isReached(Collection<List<Launch>> counted) {
        compared = compared == null ? compared(arms.get()) : compared;
        List<Launch> launches = joined(counted);
        for (int i = 0; i < compared.size(); i++) {
          Estimate ratio = ratio(compared.get(i), launches);
          // NaN, without an interval, is not within the target.
          if (!((ratio.high() - ratio.low()) / 2 / ratio.value() <= target)) {
            // Ask for it first next time: one that is too wide is enough.
            Collections.swap(compared, 0, i);
            return false;
          }
        }
        return !compared.isEmpty();
      }
    };
  }

  /**
   * The answer so far.
   *
   * @param counted the valid launches of counted blocks, one list for each fixture
   * @return one line for each arm of few fixtures, or for each of many fixtures; empty without a ratio
   */
  List<String> lines(Collection<List<Launch>> counted) {
    List<Arm> ran = arms.get();
    ArmNames names = new ArmNames(ran.stream().filter(arm -> !arm.isControl()).toList());
    List<Launch> launches = joined(counted);
    List<String> fixtures = ran.stream()
        .filter(arm -> !arm.baseline() && !arm.isControl())
        .map(Arm::fixture)
        .distinct()
        .filter(fixture -> launches.stream().anyMatch(launch -> launch.fixture().equals(fixture)))
        .toList();
    return fixtures.stream().flatMap(fixture -> {
      List<Row> rows = rows(ran.stream().filter(arm -> arm.fixture().equals(fixture)).toList(), launches);
      return (fixtures.size() <= MOST_IN_FULL ? inFull(fixture, rows, names) : inShort(fixture, rows, names)).stream();
    }).toList();
  }

  /** By typical time. */
  private static List<Row> rows(List<Arm> arms, List<Launch> launches) {
    List<Row> rows = new ArrayList<>();
    arms.stream()
        .filter(Arm::baseline)
        .map(arm -> new Row(arm, new Estimate(1, 1, 1), ArmSummary.geometricMeanMs(of(arm, launches))))
        .filter(row -> Double.isFinite(row.typicalMs()))
        .forEach(rows::add);
    compared(arms).stream()
        .map(pair -> new Row(pair.arm(), ratio(pair, launches), Double.NaN))
        .filter(row -> Double.isFinite(row.ratio().value()))
        .forEach(rows::add);
    rows.sort(Comparator.comparingDouble(row -> row.ratio().value()));
    return rows;
  }

  private static List<String> inFull(String fixture, List<Row> rows, ArmNames names) {
    return rows.stream()
        .map(row -> String.format(Locale.ROOT, "  %-10s %-44s %s", fixture, names.of(row.arm()).text(), value(row)))
        .toList();
  }

  private static List<String> inShort(String fixture, List<Row> rows, ArmNames names) {
    return rows.isEmpty()
        ? List.of()
        : List.of(rows.stream()
            .limit(MOST_IN_A_LINE)
            .map(row -> names.of(row.arm()).text() + " " + value(row))
            .collect(Collectors.joining("; ", String.format(Locale.ROOT, "  %-10s ", fixture), "")));
  }

  private static String value(Row row) {
    return row.arm().baseline()
        ? Format.fixed(row.typicalMs(), 1) + " ms"
        : ConsoleText.estimate(row.ratio(), 2).replaceFirst("( |$)", " × the time$1");
  }
}
