package dev.coldstart.stats.run;

import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Counter;
import dev.coldstart.record.Launch;
import dev.coldstart.record.text.Format;
import dev.coldstart.stats.estimate.Medians;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the launches of one arm needed up to the response, each a median over those that count.
 *
 * @param medians without those of which no launch tells; times in ms
 * @param cpuPerWall of the time on processors as a multiple of the launch's own time to first response: beyond 1,
 * threads worked side by side; NaN where none tells
 */
public record CounterMedians(Map<Counter, Double> medians, double cpuPerWall) {

  public static CounterMedians of(ArmLaunches arm) {
    List<Launch> counted = arm.counted();
    Map<Counter, Double> medians = new EnumMap<>(Counter.class);
    for (Counter counter : Counter.values()) {
      double[] values = Launch.values(counted, counter);
      if (values.length > 0) {
        double median = Medians.of(values).value();
        medians.put(counter, counter.unit() == Counter.Unit.NS ? median / Format.NS_PER_MS : median);
      }
    }
    double[] cpuPerWall = counted.stream()
        .mapToDouble(launch -> launch.value(Counter.CPU) / launch.value(Launch::firstResponseNs))
        .filter(ratio -> !Double.isNaN(ratio))
        .toArray();
    return new CounterMedians(medians, Medians.of(cpuPerWall).value());
  }

  /** In ms, bytes or how many, by the counter's unit; NaN where no launch tells. */
  public double of(Counter counter) {
    return medians.getOrDefault(counter, Double.NaN);
  }
}
