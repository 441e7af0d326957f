package dev.coldstart.launcher.run;

import dev.coldstart.launcher.run.Doctor.Finding;
import dev.coldstart.record.Guards;
import dev.coldstart.record.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a run's guards show at this moment, and what to do about it. By steal and throttling alone a block is run again;
 * the others are for whoever sets the machine up.
 */
final class GuardFindings {

  private static final double MOST_LOAD_PER_PROCESSOR = 0.25;

  /** A tenth of one processor, where there are two: a kernel and a shell that do next to nothing. */
  private static final double MOST_OTHERS_PART = 0.05;

  /** Without a launch nothing has to wait; what does is somebody else's. */
  private static final double MOST_PRESSURE_PART = 0.10;

  private GuardFindings() {}

  static List<Finding> of(Guards guards, Manifest.Limits limits, int processors) {
    List<Finding> findings = new ArrayList<>();
    findings.add(load(guards.load(), processors));
    findings.add(part("processors' time used by others", guards.othersPart(), MOST_OTHERS_PART, false,
        "stop what else is at work, top shows it"));
    findings.add(part("steal", guards.stealPart(), limits.stealPart(), true,
        "the host is overbooked: measure at another time, or on a machine of your own"));
    findings.add(part("throttling by the container's quota", guards.throttledPart(), limits.throttledPart(), true,
        "raise the quota to whole processors, or take it away"));
    findings.add(part("waiting for a processor", guards.cpuPressurePart(), MOST_PRESSURE_PART, false,
        "more is at work than there are processors: stop it"));
    findings.add(part("waiting for the disk", guards.ioPressurePart(), MOST_PRESSURE_PART, false,
        "something reads or writes much: wait for its end"));
    findings.add(part("waiting for memory", guards.memoryPressurePart(), MOST_PRESSURE_PART, false,
        "memory is short: stop what holds it"));
    findings.add(governor(guards.governor()));
    findings.add(otherJvms(guards.otherJvms()));
    return findings;
  }

  private static Finding load(Double load, int processors) {
    if (load == null) {
      return unseen("load average");
    }
    String text = String.format(Locale.ROOT, "load average %.2f on %d processors (at most %.2f)", load, processors,
        MOST_LOAD_PER_PROCESSOR * processors);
    return load <= MOST_LOAD_PER_PROCESSOR * processors
        ? Finding.good(text)
        : Finding.bad(text + ": something else is at work; stop it, or wait a minute");
  }

  /** @param again whether it is a limit beyond which a block is run again */
  private static Finding part(String what, Double part, double most, boolean again, String advice) {
    if (part == null) {
      return unseen(what);
    }
    String text = String.format(Locale.ROOT, "%s: %.1f %% (%s %.0f %%)", what, 100 * part,
        again ? "a block is run again beyond" : "at most", 100 * most);
    return part <= most ? Finding.good(text) : Finding.bad(text + ": " + advice);
  }

  private static Finding governor(String governor) {
    if (governor == null) {
      return unseen("frequency governor");
    }
    return governor.equals("performance")
        ? Finding.good("frequency governor: performance")
        : Finding.bad("frequency governor: " + governor
            + "; set performance, for example with cpupower frequency-set -g performance");
  }

  private static Finding otherJvms(Integer others) {
    if (others == null) {
      return unseen("other JVMs");
    }
    if (others == 0) {
      return Finding.good("no other JVM runs");
    }
    return Finding.bad((others == 1 ? "another JVM runs" : others + " other JVMs run")
        + " (a build server, an editor?): stop what you can while you measure");
  }

  /** Not every platform tells everything; a run goes without. */
  private static Finding unseen(String what) {
    return Finding.good(what + ": n/a, not to be seen here");
  }
}
