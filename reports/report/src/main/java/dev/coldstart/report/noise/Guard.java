package dev.coldstart.report.noise;

import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Guards;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.chart.Quantiles;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/**
 * One thing that the machine was watched for.
 *
 * @param says what it is, and whether much of it is bad
 * @param of null where the platform does not tell
 * @param words a value with its unit
 * @param leastTop what a strip of it reaches to at least; NaN when it is given as a number alone
 * @param limit beyond which a block is run again; empty where there is none
 * @param bad where the worst of it lies
 */
record Guard(String name, String says, Function<Guards, ? extends Number> of, DoubleFunction<String> words,
    double leastTop, OptionalDouble limit, Bad bad) {

  private enum Bad {
    HIGH,
    LOW
  }

  private static final double LEAST_PART = 0.05;
  private static final OptionalDouble NO_LIMIT = OptionalDouble.empty();

  static List<Guard> of(Manifest manifest) {
    Manifest.Limits limits = manifest.plan().limits();
    OptionalDouble steal = limits == null ? NO_LIMIT : OptionalDouble.of(limits.stealPart());
    OptionalDouble throttled = limits == null ? NO_LIMIT : OptionalDouble.of(limits.throttledPart());
    return List.of(
        new Guard("Load", "average over the last minute; the launches are in it", Guards::load, Format::number,
            manifest.machine().processors(), NO_LIMIT, Bad.HIGH),
        part("Steal", "processor time that the hypervisor gave to others", Guards::stealPart, steal),
        part("Throttling", "time in which the container was not let run", Guards::throttledPart, throttled),
        part("Others", "processor time that other processes used", Guards::othersPart, NO_LIMIT),
        part("Waiting for a processor", "time in which some task did; the launches' own threads too",
            Guards::cpuPressurePart, NO_LIMIT),
        part("Waiting for the disk", "time in which some task did", Guards::ioPressurePart, NO_LIMIT),
        number("Waiting for memory", Guards::memoryPressurePart, Format::percent, Bad.HIGH),
        number("Other JVMs", Guards::otherJvms, Format::tick, Bad.HIGH),
        number("Free disk", Guards::freeBytes, Format::bytes, Bad.LOW));
  }

  private static Guard part(String name, String says, Function<Guards, Double> of, OptionalDouble limit) {
    return new Guard(name, says, of, Format::percent, LEAST_PART, limit, Bad.HIGH);
  }

  private static Guard number(String name, Function<Guards, ? extends Number> of, DoubleFunction<String> words,
      Bad bad) {
    return new Guard(name, "", of, words, Double.NaN, NO_LIMIT, bad);
  }

  boolean drawn() {
    return !Double.isNaN(leastTop);
  }

  /** Empty when nothing was observed in the block, or not this. */
  OptionalDouble value(BlockEnd block) {
    Number value = block.guards() == null ? null : of.apply(block.guards());
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value.doubleValue());
  }

  double worst(Quantiles seen) {
    return seen.at(bad == Bad.HIGH ? 1 : 0);
  }

  String text(double value) {
    return Double.isFinite(value) ? words.apply(value) : Format.MISSING;
  }
}
