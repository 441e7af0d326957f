package dev.coldstart.stats.run;

/**
 * One phase at first touch, once in a launch and once in a fork that JMH has prepared.
 *
 * @param phase as in the data
 * @param launchMs median over launches
 * @param jmhMs mean over forks
 * @param launchClasses median of the classes loaded in a whole launch, up to its response; NaN where not told
 * @param jmhClasses classes that the fork had loaded before the phase began; NaN where not told
 */
public record JmhBias(String fixture, String configuration, String phase, double launchMs, double jmhMs,
    double launchClasses, double jmhClasses) {}
