package dev.coldstart.report;

import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.text.Format;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the machine did beside the launches, block by block.
 *
 * @param together how many blocks in a row one upright stands for, where it is not one: then it is the highest of them
 * @param ends first and last block, under the strips
 * @param found what to see, in words
 */
record GuardStrips(int together, List<Strip> strips, Svg ends, List<Row> table, String found) {

  private static final int LABEL_PX = 15;
  private static final int BARS_PX = 34;
  private static final int SIGN_PX = 13;
  private static final int HEIGHT_PX = LABEL_PX + BARS_PX + SIGN_PX;

  /** Downwards from the top line, in a drawing of its own. What is 0 is seen still, unlike what was not observed. */
  private static final double LEAST_PX = 1.5;

  /** A drawing's own units from edge to edge, since a path cannot be given in percent. */
  private static final double ACROSS = 1000;

  /** More uprights than this would cover each other, and fill the page. */
  private static final int MOST_UPRIGHTS = 250;

  /** @param drawing null when the platform does not tell */
  record Strip(String name, String says, Svg drawing, String median, String most) {}

  /** @param over blocks beyond the limit of the plan; "no limit" where there is none */
  record Row(String name, String median, String most, String observed, String limit, String over) {}

  static GuardStrips of(RunView view) {
    List<BlockEnd> blocks = view.run().blocks();
    List<Guard> guards = Guard.of(view.run().manifest());
    return new GuardStrips(together(blocks),
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
    svg.open("svg", "y", LABEL_PX, "width", "100%", "height", BARS_PX, "viewBox",
        "0 0 " + Svg.number(ACROSS) + " " + BARS_PX, "preserveAspectRatio", "none");
    svg.leaf("path", "class", "bars", "d", bars(guard, blocks, top)).close();
    again(svg, blocks);
    return svg.close();
  }

  private static void line(Svg svg, String look, double y) {
    svg.leaf("line", "class", look, "x1", 0, "x2", "100%", "y1", y, "y2", y);
  }

  /** A sign under each that was run again, all in one text. */
  private static void again(Svg svg, List<BlockEnd> blocks) {
    List<String> places =
        groups(blocks).filter(group -> group.blocks().stream().anyMatch(block -> block.again() != null))
            .map(group -> Svg.percent(100 * group.place()))
            .toList();
    if (!places.isEmpty()) {
      svg.text("text", "×".repeat(places.size()), "class", "again", "x", String.join(" ", places), "y", HEIGHT_PX - 2,
          "text-anchor", "middle");
    }
  }

  /** One upright a block, or a group of them; where it was not observed, none. */
  private static String bars(Guard guard, List<BlockEnd> blocks, double top) {
    StringBuilder path = new StringBuilder();
    groups(blocks).forEach(group -> {
      OptionalDouble value = group.blocks().stream().map(guard::value).flatMapToDouble(OptionalDouble::stream).max();
      if (value.isPresent()) {
        double y = Math.min(down(value.getAsDouble(), top), BARS_PX - LEAST_PX);
        path.append('M')
            .append(Svg.number(ACROSS * group.place()))
            .append(' ')
            .append(BARS_PX)
            .append('V')
            .append(Svg.number(y));
      }
    });
    return path.toString();
  }

  /** Blocks in a row. @param place the middle of their share of the width, from 0 to 1 */
  private record Group(List<BlockEnd> blocks, double place) {}

  private static Stream<Group> groups(List<BlockEnd> blocks) {
    int together = together(blocks);
    int groups = (blocks.size() + together - 1) / together;
    return IntStream.range(0, groups)
        .mapToObj(i -> new Group(blocks.subList(i * together, Math.min((i + 1) * together, blocks.size())),
            (i + 0.5) / groups));
  }

  private static int together(List<BlockEnd> blocks) {
    return Math.max(1, (blocks.size() + MOST_UPRIGHTS - 1) / MOST_UPRIGHTS);
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
