package dev.coldstart.record;

import java.util.List;

/**
 * One benchmark from JMH's own JSON: one phase of one configuration and fixture, in one mode.
 *
 * @param benchmark class and method of the benchmark: {@code FirstTouch.parse} or {@code SteadyState.invoke}
 * @param mode JMH's short name: {@code ss}, {@code sample} or {@code avgt}
 * @param phase the phase's name as in {@link PhasesNs#NAMES}
 * @param scoreNs mean time of one operation in ns; NaN if no fork gave a score
 * @param forks number of JVMs that gave a score
 * @param classesBefore classes that the JVM had loaded when the operation began; NaN unless it was counted
 * @param samples observed times in ns, each with its count; empty unless JMH recorded them
 */
public record JmhResult(String benchmark, String mode, String configuration, String fixture, String phase,
    double scoreNs, int forks, double classesBefore, List<Sample> samples) {

  public record Sample(long valueNs, long count) {}
}
