package dev.coldstart.launcher.run;

import dev.coldstart.record.Guards;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the kernel tells at one moment. Most are sums since the machine began, which mean something as differences
 * alone.
 *
 * @param atNs of any base
 * @param cpu null where the platform does not tell, as in those below
 * @param ownTicks of this process and of those of its children that have ended
 * @param throttledNs the sum over processors
 * @param freeBytes on the disk of the run's folder
 */
record Snapshot(long atNs, Double load, CpuTicks cpu, Long ownTicks, Long throttledNs, Long cpuPressureNs,
    Long ioPressureNs, Long memoryPressureNs, String governor, Integer otherJvms, Long freeBytes) {

  /** What happened from an earlier moment until this one. */
  Guards since(Snapshot before) {
    Optional<CpuTicks> ticks = cpu == null || before.cpu == null
        ? Optional.empty()
        : Optional.of(cpu.minus(before.cpu)).filter(t -> t.total() > 0);
    return new Guards(load, ticks.map(t -> part(t.steal(), t.total())).orElse(null),
        timePart(throttledNs, before.throttledNs, before),
        ownTicks == null || before.ownTicks == null
            ? null
            : ticks.map(t -> part(t.busy() - (ownTicks - before.ownTicks), t.total())).orElse(null),
        timePart(cpuPressureNs, before.cpuPressureNs, before), timePart(ioPressureNs, before.ioPressureNs, before),
        timePart(memoryPressureNs, before.memoryPressureNs, before), governor, otherJvms, freeBytes);
  }

  private Double timePart(Long after, Long earlier, Snapshot before) {
    return after == null || earlier == null || atNs <= before.atNs ? null : part(after - earlier, atNs - before.atNs);
  }

  /** Within 0 and 1: the kernel's counters are not read in one moment, and some are sums over processors. */
  private static double part(long some, long all) {
    return Math.min(1, Math.max(0, (double) some / all));
  }

  static Long orNull(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }
}
