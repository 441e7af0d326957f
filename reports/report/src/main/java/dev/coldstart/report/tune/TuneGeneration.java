package dev.coldstart.report.tune;

import dev.coldstart.record.Tuning;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.chart.Axis;
import dev.coldstart.report.chart.Dots;
import dev.coldstart.report.chart.LogAxis;
import dev.coldstart.report.chart.Svg;
import dev.coldstart.stats.estimate.Estimate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A generation of a tuning: the arms tried together, and how their number was halved.
 *
 * @param lineage the chosen arm, and the arms that it extends
 */
record TuneGeneration(Tuning tuning, Tuning.Generation generation, Set<String> lineage) {

  private static final int MOST_PLACES = 300;
  private static final int HEIGHT_PX = 32;
  private static final double TOP_PX = 8;
  private static final double DOTS_PX = 16;

  static List<TuneGeneration> of(Tuning tuning) {
    Set<String> lineage = lineage(tuning);
    return tuning.generations().stream().map(generation -> new TuneGeneration(tuning, generation, lineage)).toList();
  }

  private static Set<String> lineage(Tuning tuning) {
    Map<String, String> parents = tuning.generations()
        .stream()
        .flatMap(generation -> generation.candidates().stream())
        .filter(entry -> entry.parent() != null)
        .collect(Collectors.toMap(Tuning.Entry::arm, Tuning.Entry::parent, (first, later) -> first));
    Set<String> lineage = new HashSet<>();
    String arm = tuning.end() == null ? null : tuning.end().chosen();
    while (arm != null && lineage.add(arm)) {
      arm = parents.get(arm);
    }
    return lineage;
  }

  /** The best first; empty if a round was not decided. */
  static List<Tuning.Place> standings(Tuning.Round round) {
    return Objects.requireNonNullElse(round.standings(), List.of());
  }

  /** As many of them as fit on a page. */
  static List<Tuning.Place> shown(Tuning.Round round) {
    return standings(round).stream().limit(MOST_PLACES).toList();
  }

  /** The number of arms before and after the round. */
  static String went(Tuning.Round round) {
    return round.standings() == null
        ? "not finished"
        : round.standings().size() + " → " + round.standings().stream().filter(Tuning.Place::stays).count();
  }

  static long failed(Tuning.Round round) {
    return standings(round).stream().filter(place -> place.ratio() == null).count();
  }

  /** An arm without the parts that all arms of the tuning share: {@code jit, default+heap-16m}. */
  String name(String id) {
    String[] parts = id.split("/", -1);
    String runtime = tuning.runtime() + ".";
    String own = parts[0].startsWith(runtime) ? parts[0].substring(runtime.length()) : parts[0];
    return SafeText.brief(parts.length == 3 ? own + ", " + parts[1] : id);
  }

  static String outcome(Tuning.Place place) {
    return place.stays()
        ? "kept"
        : (place.ratio() == null ? "failed: " : "eliminated: ") + SafeText.brief(place.reason());
  }

  /** Shared by all its rounds; empty if no ratio is known. */
  private Optional<LogAxis> axis() {
    return LogAxis.ofRatios(generation.rounds()
        .stream()
        .flatMap(round -> standings(round).stream())
        .filter(TuneGeneration::isDrawn)
        .map(place -> Estimate.withoutInterval(place.ratio())));
  }

  private static boolean isDrawn(Tuning.Place place) {
    return place.ratio() != null && place.ratio() > 0 && Double.isFinite(place.ratio());
  }

  /** Null if no ratio is known. */
  Svg ticks() {
    return axis().map(axis -> axis.labels(grid(), HEIGHT_PX)).orElse(null);
  }

  private String grid() {
    return "halving-grid-" + generation.number();
  }

  /** Null if the round was not decided, or no ratio is known. */
  Svg drawn(Tuning.Round round) {
    return round.standings() == null ? null : axis().map(axis -> drawn(shown(round), axis)).orElse(null);
  }

  private Svg drawn(List<Tuning.Place> places, LogAxis axis) {
    Svg svg = Svg.drawing("strip halving", HEIGHT_PX);
    Axis.grid(svg, grid());
    String one = Svg.percent(axis.at(1));
    svg.leaf("line", "class", "one", "x1", one, "x2", one, "y1", 0, "y2", HEIGHT_PX);
    // The best last, so that arms that stay are drawn over arms that drop out.
    for (int i = places.size() - 1; i >= 0; i--) {
      Tuning.Place place = places.get(i);
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
