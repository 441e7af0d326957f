package dev.coldstart.record;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What each phase of a launch took, in ns. A phase that the configuration fuses with another is null; its time is in
 * that other one, as {@link Arm#fused()} says.
 */
public record PhasesNs(Long boot, Long load, Long parse, Long compile, Long instantiate, Long firstInvoke) {

  /** The phases' names in order, as in the data. */
  public static final List<String> NAMES = List.of("boot", "load", "parse", "compile", "instantiate", "firstInvoke");

  /** In the order of {@link #NAMES}; null where fused. */
  public List<Long> inOrder() {
    return Arrays.asList(boot, load, parse, compile, instantiate, firstInvoke);
  }

  /**
   * @param phase one of {@link #NAMES}
   * @return null where fused
   */
  public Long of(String phase) {
    return inOrder().get(NAMES.indexOf(phase));
  }

  public long sumNs() {
    return inOrder().stream().filter(Objects::nonNull).mapToLong(Long::longValue).sum();
  }
}
