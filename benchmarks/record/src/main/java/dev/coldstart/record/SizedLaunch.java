package dev.coldstart.record;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * One line of {@code lambda-size.jsonl}: launches of an arm, one after the other, each with the processor time that AWS
 * Lambda gives a function of another memory size. Two records are equal only if they hold the same array objects.
 *
 * @param position position in the block's permutation, from 0
 * @param reason why it is not valid; otherwise null
 * @param memoryMb the sizes in MB, ascending; null if not valid
 * @param responseNs for each size, time from the spawn to the last byte of the first correct response; null if not
 * valid
 */
public record SizedLaunch(int block, int position, @Required String arm, @Required String fixture, boolean valid,
    String reason, int[] memoryMb, long[] responseNs) implements LaunchLine {

  /** The size with which a function has the time of one whole processor, as AWS documents it. */
  public static final int WHOLE_PROCESSOR_MB = 1_769;

  /** The sizes of a run. */
  private static final int[] MB = {128, 256, 512, 1_024, WHOLE_PROCESSOR_MB};

  /** The sizes of a run in MB, ascending. */
  public static int[] sizes() {
    return MB.clone();
  }

  /** The time at one size in ns; NaN if the line does not have that size. */
  static ToDoubleFunction<SizedLaunch> at(int mb) {
    return launch -> {
      int index = Arrays.binarySearch(launch.memoryMb(), mb);
      return index < 0 ? Double.NaN : launch.responseNs()[index];
    };
  }

  @Override
  public int launches() {
    return memoryMb == null ? 1 : memoryMb.length;
  }

  @Override
  public String problem() {
    if (!valid) {
      return null;
    }
    if (memoryMb == null || responseNs == null || memoryMb.length == 0 || memoryMb.length != responseNs.length) {
      return "a valid launch needs \"memoryMb\" and as many \"responseNs\"";
    }
    return Arrays.stream(responseNs).anyMatch(ns -> ns <= 0)
        ? "a valid launch has a \"responseNs\" that cannot be"
        : null;
  }
}
