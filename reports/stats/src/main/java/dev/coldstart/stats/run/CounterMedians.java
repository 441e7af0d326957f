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
 * The counters of one arm up to the response, each as a median over the counted launches.
 *
 * @param medians without counters that no launch has; times in ms
 * @param cpuPerWall CPU time divided by the launch's time to first response: above 1, threads ran in parallel; NaN if
 * no launch has it
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

  /** In ms, in bytes or as a count, depending on the counter's unit; NaN if no launch has it. */
  public double of(Counter counter) {
    return medians.getOrDefault(counter, Double.NaN);
  }
}
