package dev.coldstart.record;

import java.util.List;

/**
 * One benchmark from JMH's own JSON: one phase of one configuration and fixture, in one mode.
 *
 * @param benchmark the benchmark's method, with its class: {@code FirstTouch.parse} or {@code SteadyState.invoke}
 * @param mode JMH's short name: {@code ss}, {@code sample} or {@code avgt}
 * @param phase the phase's name as in {@link PhasesNs#NAMES}
 * @param scoreNs mean time of one operation
 * @param forks how many JVMs gave it
 * @param classesBefore classes that the JVM had loaded when the operation began; NaN unless it was counted
 * @param samples the observed times and how often each, in ns; empty unless JMH recorded them
 */
public record JmhResult(String benchmark, String mode, String configuration, String fixture, String phase,
    double scoreNs, int forks, double classesBefore, List<Sample> samples) {

  public record Sample(long valueNs, long count) {}
}
