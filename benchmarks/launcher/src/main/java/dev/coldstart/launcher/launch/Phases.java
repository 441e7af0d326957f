package dev.coldstart.launcher.launch;

import dev.coldstart.record.PhasesNs;
import dev.coldstart.spi.Phase;
import java.util.Map;

/** Makes phases of stamps: each from the one before, fused ones given to the phase that holds their time. */
final class Phases {

  private Phases() {}

  /**
   * @param startedNs the parent's clock at the spawn
   * @param stampsNs the end of each phase by the child's clock; the last is the handler's return
   * @param respondedNs the parent's clock at the response, which is where the last phase ends
   * @param fused phases that cannot be separated, and the phase that holds their time, by name
   */
  static PhasesNs of(long startedNs, long[] stampsNs, long respondedNs, Map<String, String> fused) {
    Phase[] phases = Phase.values();
    Long[] tookNs = new Long[phases.length];
    long from = startedNs;
    for (int i = 0; i < phases.length; i++) {
      long until = i == phases.length - 1 ? respondedNs : stampsNs[i];
      tookNs[i] = until - from;
      from = until;
    }
    fused.forEach((phase, into) -> {
      tookNs[Phase.ofKey(into).ordinal()] += tookNs[Phase.ofKey(phase).ordinal()];
      tookNs[Phase.ofKey(phase).ordinal()] = null;
    });
    return new PhasesNs(tookNs[0], tookNs[1], tookNs[2], tookNs[3], tookNs[4], tookNs[5]);
  }
}
