package dev.coldstart.report.tune;

import dev.coldstart.record.Tuning;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.chart.Axis;
import dev.coldstart.report.chart.Dots;
import dev.coldstart.report.chart.LogAxis;
import dev.coldstart.report.chart.Svg;
import dev.coldstart.report.text.VerdictWords;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A generation of a tuning: what was tried together, and how it was halved.
 *
 * @param ticks labels of the axis that all its rounds share; null when no ratio is known
 */
record TuneGeneration(int number, String candidates, Svg ticks, List<Round> rounds) {

  private static final int MOST_PLACES = 300;
  private static final int HEIGHT_PX = 32;
  private static final double TOP_PX = 8;
  private static final double DOTS_PX = 16;

  /**
   * @param drawing null where it was not decided, or no ratio is known
   * @param went how many went in and how many stayed
   * @param more how many places are not shown; empty where all are
   */
  record Round(String name, String blocks, Svg drawing, String went, String failed, List<Place> places, String more) {}

  /** @param lineage whether it is what was chosen, or what that grew from */
  record Place(int number, String arm, String ratio, String outcome, boolean stays, boolean lineage) {}

  static List<TuneGeneration> of(Tuning tuning) {
    Set<String> lineage = lineage(tuning);
    return tuning.generations().stream().map(generation -> of(tuning, generation, lineage)).toList();
  }

  /** The chosen arm, and each that it is with a lever more. */
  private static Set<String> lineage(Tuning tuning) {
    Set<String> lineage = new HashSet<>();
    String arm = tuning.end() == null ? null : tuning.end().chosen();
    while (arm != null && lineage.add(arm)) {
      String child = arm;
      arm = tuning.generations()
          .stream()
          .flatMap(generation -> generation.candidates().stream())
          .filter(entry -> entry.arm().equals(child) && entry.parent() != null)
          .map(Tuning.Entry::parent)
          .findFirst()
          .orElse(null);
    }
    return lineage;
  }

  private static TuneGeneration of(Tuning tuning, Tuning.Generation generation, Set<String> lineage) {
    double[] ratios = generation.rounds()
        .stream()
        .filter(TuneGeneration::isDecided)
        .flatMap(round -> round.standings().stream())
        .filter(TuneGeneration::isDrawn)
        .mapToDouble(Tuning.Place::ratio)
        .toArray();
    LogAxis axis = axis(ratios);
    return new TuneGeneration(generation.number(),
        Format.count(generation.candidates().size(), "combination", "combinations"),
        axis == null ? null : axis.labels(grid(generation), HEIGHT_PX),
        generation.rounds().stream().map(round -> round(tuning, round, lineage, axis, grid(generation))).toList());
  }

  private static String grid(Tuning.Generation generation) {
    return "halving-grid-" + generation.number();
  }

  /** Null where no ratio is known; 1 is always on it, for the line that stands for the yardstick. */
  static LogAxis axis(double[] ratios) {
    return LogAxis.covering(DoubleStream.of(ratios)).isEmpty()
        ? null
        : LogAxis.covering(DoubleStream.concat(DoubleStream.of(1), DoubleStream.of(ratios))).orElseThrow();
  }

  private static boolean isDecided(Tuning.Round round) {
    return round.standings() != null;
  }

  private static boolean isDrawn(Tuning.Place place) {
    return place.ratio() != null && place.ratio() > 0 && Double.isFinite(place.ratio());
  }

  private static Round round(Tuning tuning, Tuning.Round round, Set<String> lineage, LogAxis axis, String grid) {
    List<Tuning.Place> standings = isDecided(round) ? round.standings() : List.of();
    long failed = standings.stream().filter(place -> place.ratio() == null).count();
    long stay = standings.stream().filter(Tuning.Place::stays).count();
    int more = standings.size() - MOST_PLACES;
    return new Round(SafeText.brief(round.run()), Format.count(round.blocks(), "block", "blocks"),
        axis == null || !isDecided(round) ? null : drawn(standings, lineage, axis, grid),
        isDecided(round) ? standings.size() + " → " + stay : "not decided", failed == 0 ? "" : failed + " failed",
        places(tuning, standings, lineage), more <= 0 ? "" : Format.count(more, "more is", "more are") + " not shown.");
  }

  private static List<Place> places(Tuning tuning, List<Tuning.Place> standings, Set<String> lineage) {
    return IntStream.range(0, Math.min(standings.size(), MOST_PLACES))
        .mapToObj(i -> place(tuning, i + 1, standings.get(i), lineage))
        .toList();
  }

  private static Place place(Tuning tuning, int number, Tuning.Place place, Set<String> lineage) {
    return new Place(number, TuneWords.arm(tuning, place.arm()),
        place.ratio() == null ? Format.MISSING : VerdictWords.times(place.ratio()), TuneWords.outcome(place),
        place.stays(), lineage.contains(place.arm()));
  }

  private static Svg drawn(List<Tuning.Place> standings, Set<String> lineage, LogAxis axis, String grid) {
    Svg svg = Svg.drawing("strip halving", HEIGHT_PX);
    Axis.grid(svg, grid);
    String one = Svg.percent(axis.at(1));
    svg.leaf("line", "class", "one", "x1", one, "x2", one, "y1", 0, "y2", HEIGHT_PX);
    // The best last, so that those that stay lie above those that fall.
    for (int i = Math.min(standings.size(), MOST_PLACES) - 1; i >= 0; i--) {
      Tuning.Place place = standings.get(i);
      if (isDrawn(place)) {
        String x = Svg.percent(axis.at(place.ratio()));
        double y = TOP_PX + DOTS_PX * Dots.scattered(i);
        svg.leaf("circle", "class", place.stays() ? "stays" : "falls", "cx", x, "cy", y, "r", 3.0);
        if (lineage.contains(place.arm())) {
          svg.leaf("circle", "class", "lineage", "cx", x, "cy", y, "r", 6.0);
        }
      }
    }
    return svg.close();
  }
}
