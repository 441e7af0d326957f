package dev.coldstart.report.history;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.Manifest.Jdk;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.chart.LogAxis;
import dev.coldstart.report.chart.Svg;
import dev.coldstart.report.export.SummaryFile;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.report.text.ArmNames;
import dev.coldstart.report.text.RunFacts;
import dev.coldstart.stats.estimate.Estimate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ratios from run to run, on a machine like that of the newest run and with its JDK. Skips runs that are not
 * trusted, and ratios without an interval or to another baseline.
 *
 * @param where that machine
 * @param charts one per fixture; empty if no arm has two ratios
 * @param more number of arms not shown
 */
record History(String where, List<Chart> charts, int more) {

  private static final int FEWEST_RUNS = 2;

  /**
   * Limits of what is shown.
   *
   * @param points of all arms together; each arm has at least five
   */
  record Bound(int runs, int arms, int points) {

    /** For a section in the page of one run. */
    static final Bound SECTION = new Bound(30, 40, 600);

    /** For a page of all runs. */
    static final Bound PAGE = new Bound(30, 400, 12_000);

    int runsOf(int arms) {
      return Math.min(runs, Math.max(5, points / Math.max(1, arms)));
    }
  }

  /** A ratio in a run. */
  record Measured(String run, Estimate ratio) {}

  /**
   * An arm's past.
   *
   * @param points at least two, the oldest first
   */
  record Past(ArmName name, List<Measured> points) {

    Estimate newest() {
      return points.get(points.size() - 1).ratio();
    }

    /** {@link Estimate#NONE} if the run has no ratio for the arm. */
    Estimate in(String run) {
      return points.stream()
          .filter(point -> point.run().equals(run))
          .map(Measured::ratio)
          .findFirst()
          .orElse(Estimate.NONE);
    }

    /** Intervals that do not overlap are a difference; overlapping ones may still be one. */
    private boolean moved() {
      Estimate before = points.get(points.size() - 2).ratio();
      return newest().low() > before.high() || newest().high() < before.low();
    }

    private double low() {
      return points.stream().mapToDouble(point -> point.ratio().low()).min().orElseThrow();
    }

    private double high() {
      return points.stream().mapToDouble(point -> point.ratio().high()).max().orElseThrow();
    }
  }

  /**
   * The past of one fixture's arms, with a small drawing for each. All axes are logarithmic and of the same length, so
   * that the same change looks the same in each; they begin at different values.
   *
   * @param runs in which some arm has a ratio, the newest first
   */
  record Chart(String fixture, List<String> runs, List<Past> pasts) {

    private static final int HEIGHT_PX = 48;

    /** At least 10 % to each side, like {@link LogAxis}, so that noise does not look like a change. */
    private static final double SHORTEST = 1.1 * 1.1;

    private static final int MOST_NAMED = 3;

    /** The main finding. */
    String sentence() {
      List<String> moved = pasts.stream().filter(Past::moved).map(past -> past.name().inSentence()).toList();
      if (moved.isEmpty()) {
        return "The newest interval of " + (pasts.size() == 1 ? "the arm" : "each arm") + " overlaps the previous one.";
      }
      String names = moved.stream().limit(MOST_NAMED).collect(Collectors.joining("; "));
      return "The newest interval does not overlap the previous one in " + moved.size() + " of "
          + Format.count(pasts.size(), "arm", "arms") + ": " + names + (moved.size() > MOST_NAMED ? "; …" : "")
          + ". This is no verdict.";
    }

    Svg drawn(Past past) {
      double length = pasts.stream().mapToDouble(any -> any.high() / any.low()).reduce(SHORTEST, Math::max);
      double middle = Math.sqrt(past.low() * past.high());
      LogAxis axis = new LogAxis(middle / Math.sqrt(length), middle * Math.sqrt(length));
      List<String> dots = past.points().stream().map(of -> x(of.run()) + " " + y(axis, of.ratio().value())).toList();
      Stream<String> ranges = past.points()
          .stream()
          .map(of -> "M" + x(of.run()) + " " + y(axis, of.ratio().low()) + "V" + y(axis, of.ratio().high()));
      return Svg
          .inPage("class", "past", "viewBox", "0 0 " + Svg.ACROSS + " " + HEIGHT_PX, "preserveAspectRatio", "none",
              "width", "100%", "height", HEIGHT_PX, "aria-hidden", true)
          .leaf("path", "class", "between", "d", "M" + String.join("L", dots))
          .leaf("path", "class", "ranges", "d", ranges.collect(Collectors.joining()))
          // Lines of length 0, whose round ends are the dots: they stay round if the drawing is stretched.
          .leaf("path", "class", "dots", "d", dots.stream().map(at -> "M" + at + "h0").collect(Collectors.joining()))
          .close();
    }

    /** A run has the same position in each drawing. */
    private String x(String run) {
      return Long.toString(Math.round((runs.size() - runs.indexOf(run) - 0.5) * Svg.ACROSS / runs.size()));
    }

    private static String y(LogAxis axis, double ratio) {
      return Svg.number(Math.round(10 * HEIGHT_PX * (1 - axis.at(ratio) / 100)) / 10.0);
    }
  }

  /** @param newestFirst in the order of the list of runs */
  static History of(List<RunOutline> newestFirst, Bound bound) {
    List<RunOutline> told = newestFirst.stream().filter(RunOutline::isTrusted).toList();
    if (told.isEmpty()) {
      return new History("", List.of(), 0);
    }
    Manifest newest = told.get(0).manifest();
    List<RunOutline> alike = told.stream()
        .filter(run -> run.manifest() == newest || Changes.areAlike(run.manifest(), newest))
        .limit(bound.runs())
        .toList();
    List<Arm> arms = newest.arms()
        .stream()
        .filter(arm -> !arm.isControl() && points(arm, newest, alike).size() >= FEWEST_RUNS)
        .toList();
    List<Arm> shown = arms.stream().limit(bound.arms()).toList();
    List<RunOutline> runs = alike.stream().limit(bound.runsOf(shown.size())).toList();
    return new History(SafeText.brief(RunFacts.machine(newest.machine())), charts(newest, shown, runs),
        arms.size() - shown.size());
  }

  private static List<Chart> charts(Manifest newest, List<Arm> arms, List<RunOutline> runs) {
    ArmNames names = new ArmNames(newest);
    List<Chart> charts = new ArrayList<>();
    for (FixtureFacts fixture : newest.fixtures()) {
      List<Past> pasts = arms.stream()
          .filter(arm -> arm.fixture().equals(fixture.id()))
          .map(arm -> new Past(names.of(arm), points(arm, newest, runs)))
          .filter(past -> past.points().size() >= FEWEST_RUNS)
          .toList();
      List<String> seen = runs.stream()
          .map(run -> SafeText.brief(run.folder().id()))
          .filter(run -> pasts.stream().anyMatch(past -> past.in(run).hasInterval()))
          .toList();
      if (!pasts.isEmpty()) {
        charts.add(new Chart(SafeText.brief(RunFacts.title(fixture)), seen, pasts));
      }
    }
    return charts;
  }

  /** The oldest first. */
  private static List<Measured> points(Arm arm, Manifest newest, List<RunOutline> runs) {
    List<Measured> points = new ArrayList<>();
    Optional<String> baseline = baseline(runs.get(0), arm);
    for (RunOutline run : runs) {
      if (jdk(run.manifest(), arm).equals(jdk(newest, arm)) && baseline(run, arm).equals(baseline)) {
        run.summary()
            .of(arm.key())
            .filter(row -> row.ratio().hasInterval())
            .ifPresent(row -> points.add(new Measured(SafeText.brief(run.folder().id()), row.ratio())));
      }
    }
    Collections.reverse(points);
    return points;
  }

  /** The baseline in the run's summary, which may differ from the one that the run began with. */
  private static Optional<String> baseline(RunOutline run, Arm arm) {
    return run.manifest()
        .arms()
        .stream()
        .filter(other -> other.isBeside(arm) && !other.isControl())
        .filter(other -> run.summary().of(other.key()).filter(SummaryFile.ArmRow::isBaseline).isPresent())
        .map(Arm::arm)
        .findFirst();
  }

  private static Optional<Jdk> jdk(Manifest manifest, Arm arm) {
    return manifest.jdks().stream().filter(jdk -> jdk.id().equals(arm.jdk())).findFirst();
  }
}
