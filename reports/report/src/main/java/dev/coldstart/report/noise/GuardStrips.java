package dev.coldstart.report.noise;

import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Guards;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.chart.Quantiles;
import dev.coldstart.report.chart.Svg;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The state of the machine during the launches, block by block. */
public record GuardStrips(List<BlockEnd> blocks, List<Guard> guards) {

  private static final int LABEL_PX = 15;
  private static final int BARS_PX = 34;
  private static final int SIGN_PX = 13;
  private static final int HEIGHT_PX = LABEL_PX + BARS_PX + SIGN_PX;

  /** The smallest height of a bar, so that 0 is still visible, unlike a value that was not observed. */
  private static final double LEAST_PX = 1.5;

  public static GuardStrips of(RunView view) {
    return new GuardStrips(view.run().blocks(), Guard.of(view.run().manifest()));
  }

  /** The main finding, in words. */
  public String found() {
    List<Guard> limited = guards.stream().filter(guard -> guard.limit().isPresent()).toList();
    if (limited.isEmpty()) {
      return "No limit was set.";
    }
    if (limited.stream().allMatch(guard -> observed(guard) == 0)) {
      return "Nothing that has a limit was observed.";
    }
    List<String> beyond = limited.stream()
        .filter(guard -> observed(guard) > 0)
        .map(guard -> guard.name() + " was above its limit in " + over(guard) + " of "
            + Format.count(observed(guard), "block.", "blocks."))
        .toList();
    String found = limited.stream().allMatch(guard -> over(guard) == 0)
        ? "In no block was "
            + limited.stream().map(guard -> guard.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(" or "))
            + " above its limit."
        : String.join(" ", beyond);
    return found + " The other guards have no limit: they cause no retry, at most a warning.";
  }

  private DoubleStream values(Guard guard) {
    return blocks.stream().map(guard::value).flatMapToDouble(OptionalDouble::stream);
  }

  Quantiles seen(Guard guard) {
    return new Quantiles(values(guard).sorted().toArray());
  }

  /** The number of blocks in which it was observed. */
  long observed(Guard guard) {
    return values(guard).count();
  }

  /** The number of blocks above the limit of the plan. */
  long over(Guard guard) {
    return values(guard).filter(value -> value > guard.limit().orElse(Double.POSITIVE_INFINITY)).count();
  }

  /** Null if the platform does not report it. */
  Svg strip(Guard guard) {
    if (observed(guard) == 0) {
      return null;
    }
    // High enough that a tiny value does not fill the strip, and never below the limit.
    double top = Math.max(Math.max(seen(guard).at(1), guard.leastTop()), guard.limit().orElse(0));
    Svg svg = Svg.drawing("guard", HEIGHT_PX);
    line(svg, "frame", LABEL_PX);
    line(svg, "frame", LABEL_PX + BARS_PX);
    svg.text("text", guard.text(top), "x", 0, "y", LABEL_PX - 4);
    guard.limit().ifPresent(limit -> line(svg, "limit", LABEL_PX + down(limit, top)));
    svg.open("svg", "y", LABEL_PX, "width", "100%", "height", BARS_PX, "viewBox", "0 0 " + Svg.ACROSS + " " + BARS_PX,
        "preserveAspectRatio", "none");
    svg.leaf("path", "class", "bars", "d", bars(guard, top)).close();
    again(svg);
    return svg.close();
  }

  private static void line(Svg svg, String look, double y) {
    svg.leaf("line", "class", look, "x1", 0, "x2", "100%", "y1", y, "y2", y);
  }

  /** A sign under each retried block, all in one text. */
  private void again(Svg svg) {
    List<String> places = IntStream.range(0, blocks.size())
        .filter(i -> blocks.get(i).again() != null)
        .map(this::across)
        .distinct()
        .mapToObj(x -> Svg.percent(100.0 * x / Svg.ACROSS))
        .toList();
    if (!places.isEmpty()) {
      svg.text("text", "×".repeat(places.size()), "class", "again", "x", String.join(" ", places), "y", HEIGHT_PX - 2,
          "text-anchor", "middle");
    }
  }

  /** One bar per block, or the highest of the blocks that share a position; none if it was not observed. */
  private String bars(Guard guard, double top) {
    Map<Integer, Double> highest = new TreeMap<>();
    for (int i = 0; i < blocks.size(); i++) {
      int x = across(i);
      guard.value(blocks.get(i)).ifPresent(value -> highest.merge(x, value, Math::max));
    }
    return highest.entrySet()
        .stream()
        .map(at -> "M" + at.getKey() + " " + BARS_PX + "V"
            + Svg.number(Math.min(down(at.getValue(), top), BARS_PX - LEAST_PX)))
        .collect(Collectors.joining());
  }

  /** The horizontal position of a block's bar: the middle of its share of the width, rounded to a unit. */
  private int across(int block) {
    return (int) Math.round(Svg.ACROSS * (block + 0.5) / blocks.size());
  }

  private static double down(double value, double top) {
    return BARS_PX * (1 - value / top);
  }

  /** First and last block, below the strips. */
  Svg ends() {
    Svg svg = Svg.drawing("tick-labels", 18).text("text", "first block", "x", 0, "y", 13);
    return svg.text("text", "block " + blocks.size(), "x", "100%", "y", 13, "text-anchor", "end").close();
  }

  /**
   * One property of the machine that was monitored.
   *
   * @param says its meaning, and whether a high value is bad
   * @param of null if the platform does not report it
   * @param words formats a value with its unit
   * @param leastTop the lowest upper end of its strip; NaN if it is shown only as a number
   * @param limit blocks above it are retried; empty if there is none
   * @param leastIsWorst whether a low value is bad, and not a high one
   */
  record Guard(String name, String says, Function<Guards, ? extends Number> of, DoubleFunction<String> words,
      double leastTop, OptionalDouble limit, boolean leastIsWorst) {

    private static final double LEAST_PART = 0.05;
    private static final OptionalDouble NO_LIMIT = OptionalDouble.empty();

    static List<Guard> of(Manifest manifest) {
      Manifest.Limits limits = manifest.plan().limits();
      OptionalDouble steal = limits == null ? NO_LIMIT : OptionalDouble.of(limits.stealPart());
      OptionalDouble throttled = limits == null ? NO_LIMIT : OptionalDouble.of(limits.throttledPart());
      return List.of(
          new Guard("Load", "average over the last minute, including the run's own", Guards::load, Format::number,
              Objects.requireNonNullElse(manifest.machine().processors(), 1), NO_LIMIT, false),
          part("Steal", "processor time that the hypervisor gave to others", Guards::stealPart, steal),
          part("Throttling", "time in which the container was not allowed to run", Guards::throttledPart, throttled),
          part("Others", "processor time that other processes used", Guards::othersPart, NO_LIMIT),
          part("Waiting for a processor", "time in which some task waited, the launches' own threads too",
              Guards::cpuPressurePart, NO_LIMIT),
          part("Waiting for the disk", "time in which some task waited", Guards::ioPressurePart, NO_LIMIT),
          number("Waiting for memory", Guards::memoryPressurePart, Format::percent, false),
          number("Other JVMs", Guards::otherJvms, Format::tick, false),
          number("Free disk", Guards::freeBytes, Quantity::size, true));
    }

    private static Guard part(String name, String says, Function<Guards, Double> of, OptionalDouble limit) {
      return new Guard(name, says, of, Format::percent, LEAST_PART, limit, false);
    }

    private static Guard number(String name, Function<Guards, ? extends Number> of, DoubleFunction<String> words,
        boolean leastIsWorst) {
      return new Guard(name, "", of, words, Double.NaN, NO_LIMIT, leastIsWorst);
    }

    boolean drawn() {
      return !Double.isNaN(leastTop);
    }

    /** Empty if it was not observed in the block. */
    OptionalDouble value(BlockEnd block) {
      Number value = block.guards() == null ? null : of.apply(block.guards());
      return value == null ? OptionalDouble.empty() : OptionalDouble.of(value.doubleValue());
    }

    String worst(Quantiles seen) {
      return text(seen.at(leastIsWorst ? 0 : 1));
    }

    String text(double value) {
      return Double.isFinite(value) ? words.apply(value) : Format.MISSING;
    }
  }
}
