package dev.coldstart.stats.run;

import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Guards;
import dev.coldstart.record.RunData;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a run went, from the ends of its blocks.
 *
 * @param blocks counted blocks of all fixtures, without warm-up
 * @param againBlocks retried blocks of all fixtures
 * @param again the first few reasons for retries, and how many blocks each
 * @param wallNs of all blocks without warm-up, including retried ones; NaN if unknown
 * @param outsidePart the fraction of that time in which no child lived; NaN if unknown
 * @param worst the worst of each guard over the counted blocks: the highest value, for free space the lowest, for the
 * governor all different ones; null if not observed
 */
public record RunEffort(int blocks, int againBlocks, List<Again> again, double wallNs, double outsidePart,
    Guards worst) {

  /** A reason for retrying blocks. */
  public record Again(String reason, int blocks) {}

  /** More reasons would only repeat the same ones with other numbers. */
  private static final int REASONS = 10;

  public static RunEffort of(RunData run) {
    List<BlockEnd> standing = standing(run);
    List<BlockEnd> again = run.blocks().stream().filter(block -> block.again() != null).toList();
    double sumNs = sum(run, BlockEnd::wallNs);
    double wallNs = sumNs > 0 ? sumNs : Double.NaN;
    double outsidePart = 1 - sum(run, BlockEnd::childrenNs) / wallNs;
    return new RunEffort(standing.size(), again.size(), reasons(again), wallNs, outsidePart, worst(standing));
  }

  /** False for a run from before blocks were recorded. */
  public boolean isKnown() {
    return blocks + againBlocks > 0;
  }

  /** The counted blocks: neither warm-up nor retried. */
  static List<BlockEnd> standing(RunData run) {
    return run.blocks().stream().filter(block -> !block.warmup() && block.again() == null).toList();
  }

  private static List<Again> reasons(List<BlockEnd> again) {
    Map<String, Integer> reasons = new LinkedHashMap<>();
    again.forEach(block -> reasons.merge(block.again(), 1, Integer::sum));
    return reasons.entrySet().stream().limit(REASONS).map(e -> new Again(e.getKey(), e.getValue())).toList();
  }

  /** Over all blocks after warm-up. */
  private static double sum(RunData run, ToDoubleFunction<BlockEnd> ns) {
    return run.blocks().stream().filter(block -> !block.warmup()).mapToDouble(ns).sum();
  }

  private static Guards worst(List<BlockEnd> blocks) {
    List<Guards> guards = blocks.stream().map(BlockEnd::guards).filter(Objects::nonNull).toList();
    return guards.isEmpty()
        ? null
        : new Guards(highest(guards, Guards::load), highest(guards, Guards::stealPart),
            highest(guards, Guards::throttledPart), highest(guards, Guards::othersPart),
            highest(guards, Guards::cpuPressurePart), highest(guards, Guards::ioPressurePart),
            highest(guards, Guards::memoryPressurePart), governors(guards), highest(guards, Guards::otherJvms),
            told(guards, Guards::freeBytes).min(Comparator.naturalOrder()).orElse(null));
  }

  private static <T extends Comparable<T>> T highest(List<Guards> guards, Function<Guards, T> field) {
    return told(guards, field).max(Comparator.naturalOrder()).orElse(null);
  }

  private static String governors(List<Guards> guards) {
    String all = told(guards, Guards::governor).distinct().collect(Collectors.joining(", "));
    return all.isEmpty() ? null : all;
  }

  static <T> Stream<T> told(List<Guards> guards, Function<Guards, T> field) {
    return guards.stream().map(field).filter(Objects::nonNull);
  }
}
