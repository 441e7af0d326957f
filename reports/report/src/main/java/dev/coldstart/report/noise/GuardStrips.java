package dev.coldstart.report.noise;

import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.chart.Quantiles;
import dev.coldstart.report.chart.Svg;
import dev.coldstart.report.run.RunView;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What the machine did beside the launches, block by block.
 *
 * @param ends first and last block, under the strips
 * @param found what to see, in words
 */
public record GuardStrips(List<Strip> strips, Svg ends, List<Row> table, String found) {

  private static final int LABEL_PX = 15;
  private static final int BARS_PX = 34;
  private static final int SIGN_PX = 13;
  private static final int HEIGHT_PX = LABEL_PX + BARS_PX + SIGN_PX;

  /** Downwards from the top line, in a drawing of its own. What is 0 is seen still, unlike what was not observed. */
  private static final double LEAST_PX = 1.5;

  /** A drawing's own units from edge to edge, since a path cannot be given in percent: an upright a unit at most. */
  private static final int ACROSS = 1000;

  /** @param drawing null when the platform does not tell */
  record Strip(String name, String says, Svg drawing, String median, String most) {}

  /** @param over blocks beyond the limit of the plan; "no limit" where there is none */
  record Row(String name, String median, String most, String observed, String limit, String over) {}

  public static GuardStrips of(RunView view) {
    List<BlockEnd> blocks = view.run().blocks();
    List<Guard> guards = Guard.of(view.run().manifest());
    return new GuardStrips(
        blocks.isEmpty() ? List.of() : guards.stream().filter(Guard::drawn).map(guard -> strip(guard, blocks)).toList(),
        ends(blocks.size()), blocks.isEmpty() ? List.of() : guards.stream().map(guard -> row(guard, blocks)).toList(),
        found(guards, blocks));
  }

  private static String found(List<Guard> guards, List<BlockEnd> blocks) {
    List<Guard> limited = guards.stream().filter(guard -> guard.limit().isPresent()).toList();
    if (limited.isEmpty()) {
      return "No limit was set.";
    }
    if (limited.stream().allMatch(guard -> seen(guard, blocks).sorted().length == 0)) {
      return "What has a limit was not observed.";
    }
    List<String> beyond = limited.stream()
        .filter(guard -> over(guard, blocks) > 0)
        .map(guard -> guard.name() + " was beyond its limit in " + over(guard, blocks) + " of "
            + Format.count(seen(guard, blocks).sorted().length, "block.", "blocks."))
        .toList();
    return beyond.isEmpty() ? "In no block was anything seen beyond its limit." : String.join(" ", beyond);
  }

  private static Strip strip(Guard guard, List<BlockEnd> blocks) {
    Quantiles seen = seen(guard, blocks);
    boolean told = seen.sorted().length > 0;
    return new Strip(guard.name(), guard.says(), told ? drawn(guard, blocks, top(guard, seen.at(1))) : null,
        guard.text(seen.at(0.5)), guard.text(seen.at(1)));
  }

  private static Quantiles seen(Guard guard, List<BlockEnd> blocks) {
    return new Quantiles(blocks.stream().map(guard::value).flatMapToDouble(OptionalDouble::stream).sorted().toArray());
  }

  /** Never so low that next to nothing fills the strip, and never below the limit. */
  private static double top(Guard guard, double most) {
    return Math.max(Math.max(most, guard.leastTop()), guard.limit().orElse(0));
  }

  private static Svg drawn(Guard guard, List<BlockEnd> blocks, double top) {
    Svg svg = Svg.drawing("guard", HEIGHT_PX);
    line(svg, "frame", LABEL_PX);
    line(svg, "frame", LABEL_PX + BARS_PX);
    svg.text("text", guard.text(top), "x", 0, "y", LABEL_PX - 4);
    guard.limit().ifPresent(limit -> line(svg, "limit", LABEL_PX + down(limit, top)));
    svg.open("svg", "y", LABEL_PX, "width", "100%", "height", BARS_PX, "viewBox", "0 0 " + ACROSS + " " + BARS_PX,
        "preserveAspectRatio", "none");
    svg.leaf("path", "class", "bars", "d", bars(guard, blocks, top)).close();
    again(svg, blocks);
    return svg.close();
  }

  private static void line(Svg svg, String look, double y) {
    svg.leaf("line", "class", look, "x1", 0, "x2", "100%", "y1", y, "y2", y);
  }

  /** A sign under each that was run again, all in one text. */
  private static void again(Svg svg, List<BlockEnd> blocks) {
    List<String> places = IntStream.range(0, blocks.size())
        .filter(i -> blocks.get(i).again() != null)
        .map(i -> across(i, blocks.size()))
        .distinct()
        .mapToObj(x -> Svg.percent(100.0 * x / ACROSS))
        .toList();
    if (!places.isEmpty()) {
      svg.text("text", "×".repeat(places.size()), "class", "again", "x", String.join(" ", places), "y", HEIGHT_PX - 2,
          "text-anchor", "middle");
    }
  }

  /** One upright a block, or the highest of those that share a place; where it was not observed, none. */
  private static String bars(Guard guard, List<BlockEnd> blocks, double top) {
    Map<Integer, Double> highest = new TreeMap<>();
    for (int i = 0; i < blocks.size(); i++) {
      int x = across(i, blocks.size());
      guard.value(blocks.get(i)).ifPresent(value -> highest.merge(x, value, Math::max));
    }
    StringBuilder path = new StringBuilder();
    highest.forEach((x, value) -> path.append('M')
        .append(x)
        .append(' ')
        .append(BARS_PX)
        .append('V')
        .append(Svg.number(Math.min(down(value, top), BARS_PX - LEAST_PX))));
    return path.toString();
  }

  /** Where a block's upright stands: in the middle of its share of the width. */
  private static int across(int block, int blocks) {
    return (int) Math.round(ACROSS * (block + 0.5) / blocks);
  }

  private static double down(double value, double top) {
    return BARS_PX * (1 - value / top);
  }

  private static Svg ends(int blocks) {
    Svg svg = Svg.drawing("tick-labels", 18).text("text", "first block", "x", 0, "y", 13);
    return svg.text("text", "block " + blocks, "x", "100%", "y", 13, "text-anchor", "end").close();
  }

  private static Row row(Guard guard, List<BlockEnd> blocks) {
    Quantiles seen = seen(guard, blocks);
    return new Row(guard.name(), guard.text(seen.at(0.5)), guard.text(guard.worst(seen)),
        seen.sorted().length + " of " + blocks.size(),
        guard.limit().isPresent() ? guard.text(guard.limit().getAsDouble()) : "none",
        guard.limit().isPresent() ? Long.toString(over(guard, blocks)) : "no limit");
  }

  private static long over(Guard guard, List<BlockEnd> blocks) {
    double limit = guard.limit().orElse(Double.POSITIVE_INFINITY);
    return blocks.stream().map(guard::value).flatMapToDouble(OptionalDouble::stream).filter(v -> v > limit).count();
  }
}
