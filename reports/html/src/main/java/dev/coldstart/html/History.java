package dev.coldstart.html;

import dev.coldstart.results.Arm;
import dev.coldstart.results.Manifest;
import dev.coldstart.results.Manifest.FixtureFacts;
import dev.coldstart.results.Manifest.Jdk;
import dev.coldstart.results.Manifest.Machine;
import dev.coldstart.stats.RunOutline;
import dev.coldstart.stats.RunStatus;
import dev.coldstart.stats.WrittenSummary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * How the ratios went from run to run, on a machine like that of the newest run and with its JDK. Runs that are not to be
 * trusted are left out, and so are ratios without an interval.
 *
 * @param where that machine
 * @param charts one a fixture; empty where no arm has two ratios
 */
record History(String where, List<Chart> charts) {

  private static final int MOST_RUNS = 24;
  private static final int FEWEST_RUNS = 2;
  private static final int HEIGHT_PX = 44;

  record Chart(String fixture, List<Line> lines) {}

  /** @param points the oldest first */
  record Line(ArmName name, Svg drawn, List<Point> points) {

    Point newest() {
      return points.get(points.size() - 1);
    }
  }

  record Point(String run, String ratio, String interval) {}

  private record Measured(RunOutline run, WrittenSummary.Row row) {}

  /** @param newestFirst as the list of runs has them */
  static History of(List<RunOutline> newestFirst) {
    List<RunOutline> told =
        newestFirst.stream()
            .filter(run -> run.summary() != null && run.summary().status() != RunStatus.DO_NOT_TRUST)
            .toList();
    if (told.isEmpty()) {
      return new History("", List.of());
    }
    Manifest newest = told.get(0).manifest();
    List<RunOutline> alike =
        told.stream().filter(run -> isLike(run.manifest().machine(), newest.machine())).limit(MOST_RUNS).toList();
    ArmNames names = new ArmNames(newest);
    return new History(
        Excerpt.of(Masthead.machine(newest.machine())),
        newest.fixtures().stream()
            .map(fixture -> chart(fixture, newest, names, alike))
            .filter(chart -> !chart.lines().isEmpty())
            .toList());
  }

  /** As far as a run says what it ran on: not by its kernel, which is updated. */
  private static boolean isLike(Machine one, Machine other) {
    return Optional.ofNullable(one.processor()).equals(Optional.ofNullable(other.processor()))
        && Optional.ofNullable(one.architecture()).equals(Optional.ofNullable(other.architecture()))
        && one.processors() == other.processors();
  }

  private static Chart chart(FixtureFacts fixture, Manifest newest, ArmNames names, List<RunOutline> runs) {
    List<Line> lines = new ArrayList<>();
    for (Arm arm : newest.arms()) {
      if (!arm.isControl() && !arm.baseline() && arm.fixture().equals(fixture.id())) {
        line(arm, newest, names.of(arm), runs).ifPresent(lines::add);
      }
    }
    return new Chart(Excerpt.of(fixture.title() == null ? fixture.id() : fixture.title()), lines);
  }

  private static Optional<Line> line(Arm arm, Manifest newest, ArmName name, List<RunOutline> runs) {
    List<Measured> measured = new ArrayList<>();
    for (RunOutline run : runs) {
      if (jdk(run.manifest(), arm).equals(jdk(newest, arm))) {
        run.summary().arms().stream()
            .filter(row -> row.arm().equals(arm.arm()) && row.fixture().equals(arm.fixture()) && row.ratio().hasInterval())
            .findFirst()
            .ifPresent(row -> measured.add(new Measured(run, row)));
      }
    }
    if (measured.size() < FEWEST_RUNS) {
      return Optional.empty();
    }
    Collections.reverse(measured);
    return Optional.of(new Line(name, drawn(measured), measured.stream().map(History::point).toList()));
  }

  private static Optional<Jdk> jdk(Manifest manifest, Arm arm) {
    return manifest.jdks().stream().filter(jdk -> jdk.id().equals(arm.jdk())).findFirst();
  }

  private static Point point(Measured measured) {
    return new Point(
        Excerpt.of(measured.run().folder().id()), VerdictWords.times(measured.row().ratio().value()),
        Numbers.interval(measured.row().ratio()));
  }

  /** Each on an axis of its own: what matters is how it went, and the numbers stand beside it. */
  private static Svg drawn(List<Measured> measured) {
    LogAxis axis =
        LogAxis.covering(measured.stream().flatMapToDouble(m -> DoubleStream.of(m.row().ratio().low(), m.row().ratio().high())))
            .orElseThrow();
    Svg svg = Svg.drawing("strip history", HEIGHT_PX);
    for (int i = 0; i < measured.size(); i++) {
      WrittenSummary.Row row = measured.get(i).row();
      String x = x(i, measured.size());
      if (i > 0) {
        double before = measured.get(i - 1).row().ratio().value();
        svg.leaf(
            "line", "class", "between", "x1", x(i - 1, measured.size()), "x2", x, "y1", y(axis, before), "y2",
            y(axis, row.ratio().value()));
      }
      svg.leaf("line", "class", "whisker", "x1", x, "x2", x, "y1", y(axis, row.ratio().low()), "y2", y(axis, row.ratio().high()))
          .leaf("circle", "cx", x, "cy", y(axis, row.ratio().value()), "r", 3.0, "fill", "currentColor");
    }
    return svg.close();
  }

  private static String x(int run, int runs) {
    return Svg.percent((run + 0.5) * 100 / runs);
  }

  private static double y(LogAxis axis, double ratio) {
    return HEIGHT_PX * (1 - axis.at(ratio) / 100);
  }
}
