package dev.coldstart.record;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.coldstart.record.text.Format;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * One line of {@code launches.jsonl}: one fresh JVM of one arm. A value that was not obtained is null here and absent
 * from the file, never 0.
 *
 * @param position position in the block's permutation, from 0
 * @param warmup whether the block is a warm-up, which is never counted
 * @param startedAtMs time of the spawn, in ms since 1970
 * @param firstResponseNs the headline: time from the spawn until the last byte of the first correct response is read
 * @param wallNs time from the spawn to the exit
 * @param phasesNs parts of {@code firstResponseNs}, whose sum they are
 * @param deliveryNs the part of {@code firstInvoke} from the handler's return until the parent has read the last byte
 * @param counters counters of the kernel and the JVM up to the response
 * @param exitCode the child's exit code; null if it had to be killed
 * @param cache number of the arm's cache that it started from, from 0; null if the arm has at most one
 */
public record Launch(int block, int position, @Required String arm, @Required String fixture, boolean warmup,
    boolean valid, String reason, long startedAtMs, Long firstResponseNs, Long wallNs, PhasesNs phasesNs,
    Long deliveryNs, @JsonUnwrapped Counters counters, Integer exitCode, Integer cache) implements LaunchLine {

  @Override
  public String problem() {
    if (valid && (firstResponseNs == null || phasesNs == null)) {
      return "a valid launch needs \"firstResponseNs\" and \"phasesNs\"";
    }
    return valid && firstResponseNs <= 0 ? "firstResponseNs=" + firstResponseNs + ", but a response takes time" : null;
  }

  /** Time in ns until the handler returned. If the delivery was not observed, time until the response. */
  public long handledNs() {
    return firstResponseNs - (deliveryNs == null ? 0 : deliveryNs);
  }

  /** Time in ns from main's first instruction to the response. Null if the boot was not observed. */
  public Long afterBootNs() {
    Long bootNs = phaseNs("boot");
    return firstResponseNs == null || bootNs == null ? null : Long.valueOf(firstResponseNs - bootNs);
  }

  /** A number of this launch. NaN if it is absent. */
  public double value(Function<Launch, Long> number) {
    Long value = number.apply(this);
    return value == null ? Double.NaN : value;
  }

  /** A number of each launch that has it, in the order of the launches. */
  public static double[] values(List<Launch> launches, Function<Launch, Long> number) {
    return launches.stream().map(number).filter(Objects::nonNull).mapToDouble(Long::doubleValue).toArray();
  }

  /** A time of each launch that has it, in ms, in the order of the launches. */
  public static double[] valuesMs(List<Launch> launches, Function<Launch, Long> ns) {
    return Arrays.stream(values(launches, ns)).map(time -> time / Format.NS_PER_MS).toArray();
  }

  /**
   * @param phase one of {@link PhasesNs#NAMES}
   * @return null if the phase is fused with another, or if the launch has no phases
   */
  public Long phaseNs(String phase) {
    return phasesNs == null ? null : phasesNs.of(phase);
  }
}
