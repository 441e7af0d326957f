package dev.coldstart.record;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Time of each phase of a launch, in ns. A phase that the configuration fuses with another is null. Its time is in the
 * phase that {@link Arm#fused()} names.
 */
public record PhasesNs(Long boot, Long load, Long parse, Long compile, Long instantiate, Long firstInvoke) {

  /** The phases' names as in the data, in order. */
  public static final List<String> NAMES = List.of("boot", "load", "parse", "compile", "instantiate", "firstInvoke");

  /** The times in the order of {@link #NAMES}. Null if fused. */
  public List<Long> inOrder() {
    return Arrays.asList(boot, load, parse, compile, instantiate, firstInvoke);
  }

  /**
   * @param phase one of {@link #NAMES}
   * @return null if fused
   */
  public Long of(String phase) {
    return inOrder().get(NAMES.indexOf(phase));
  }

  public long sumNs() {
    return inOrder().stream().filter(Objects::nonNull).mapToLong(Long::longValue).sum();
  }
}
