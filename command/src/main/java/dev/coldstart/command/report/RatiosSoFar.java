package dev.coldstart.command.report;

import dev.coldstart.launcher.loop.BlockLoop.Precision;
import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
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
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ratios of a run that still measures: when they are precise enough to stop, and as lines for the console. */
final class RatiosSoFar {

  /** With more fixtures each gets one line, and its arms that answer first. */
  private static final int MOST_IN_FULL = 2;

  private static final int MOST_IN_A_LINE = 3;

  /** With a ratio and its interval, a line then fits 80 columns. */
  private static final int WIDEST_NAME = 36;

  /** @param all every arm of the same fixture, profile and JDK, with controls */
  private record Compared(Arm arm, Arm baseline, List<Arm> all) {}

  /** @param typicalMs the baseline's geometric mean, or that times the ratio */
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

  private static Estimate ratio(Compared pair, Map<ArmKey, List<Launch>> launches) {
    List<ArmLaunches> all =
        pair.all().stream().filter(arm -> arm.isBeside(pair.arm())).map(arm -> of(arm, launches)).toList();
    return HodgesLehmann.ratioOf(new LogRatios(all).of(of(pair.arm(), launches), of(pair.baseline(), launches)));
  }

  private static ArmLaunches of(Arm arm, Map<ArmKey, List<Launch>> launches) {
    return new ArmLaunches(arm, launches.getOrDefault(arm.launchKey(), List.of()), Set.of());
  }

  private static Map<ArmKey, List<Launch>> byArm(Collection<List<Launch>> counted) {
    return counted.stream().flatMap(List::stream).collect(Collectors.groupingBy(Launch::key));
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
        Map<ArmKey, List<Launch>> launches = byArm(counted);
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
    Map<ArmKey, List<Launch>> launches = byArm(counted);
    List<String> fixtures = ran.stream()
        .filter(arm -> !arm.baseline() && !arm.isControl())
        .map(Arm::fixture)
        .distinct()
        .filter(fixture -> launches.keySet().stream().anyMatch(key -> key.fixture().equals(fixture)))
        .toList();
    return fixtures.stream().flatMap(fixture -> {
      List<Row> rows = rows(ran.stream().filter(arm -> arm.fixture().equals(fixture)).toList(), launches);
      String before = fixtures.size() == 1 ? "" : String.format(Locale.ROOT, "%-10s ", fixture);
      return fixtures.size() <= MOST_IN_FULL ? inFull(before, rows, names) : inShort(before, rows, names);
    }).toList();
  }

  /** By typical time: the ratios of two profiles have different baselines. */
  private static List<Row> rows(List<Arm> arms, Map<ArmKey, List<Launch>> launches) {
    List<Row> rows = new ArrayList<>();
    arms.stream()
        .filter(Arm::baseline)
        .map(arm -> new Row(arm, new Estimate(1, 1, 1), ArmSummary.geometricMeanMs(of(arm, launches))))
        .forEach(rows::add);
    for (Compared pair : compared(arms)) {
      Estimate ratio = ratio(pair, launches);
      rows.add(new Row(pair.arm(), ratio, ArmSummary.geometricMeanMs(of(pair.baseline(), launches)) * ratio.value()));
    }
    rows.removeIf(row -> !Double.isFinite(row.typicalMs()));
    rows.sort(Comparator.comparingDouble(Row::typicalMs));
    return rows;
  }

  private static Stream<String> inFull(String before, List<Row> rows, ArmNames names) {
    int widest = rows.stream().mapToInt(row -> names.of(row.arm()).text().length()).max().orElse(0);
    String form = "%s%-" + Math.max(1, Math.min(widest, WIDEST_NAME)) + "s  %s";
    return rows.stream().map(row -> String.format(Locale.ROOT, form, before, names.of(row.arm()).text(), value(row)));
  }

  private static Stream<String> inShort(String before, List<Row> rows, ArmNames names) {
    return rows.isEmpty()
        ? Stream.empty()
        : Stream.of(rows.stream()
            .limit(MOST_IN_A_LINE)
            .map(row -> names.of(row.arm()).inSentence() + " " + value(row))
            .collect(Collectors.joining("; ", before, "")));
  }

  private static String value(Row row) {
    return row.arm().baseline()
        ? Format.fixed(row.typicalMs(), 1) + " ms"
        : ConsoleText.estimate(row.ratio(), 2).replaceFirst("( |$)", " ×$1");
  }
}
