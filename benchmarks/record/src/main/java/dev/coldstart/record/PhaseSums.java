package dev.coldstart.record;

import java.util.Locale;
import java.util.Optional;

/** Checks that a launch's phases are parts of its first response: none is negative, and they add up to it. */
final class PhaseSums {

  /** How far the sum may be off, as a part of the first response: two clocks are read, by parent and child. */
  private static final double TOLERANCE = 0.01;

  private long count;
  private String first;

  void check(long line, Launch launch) {
    if (launch.valid() && !addUp(launch)) {
      count++;
      if (first == null) {
        first = String.format(Locale.ROOT, "line %d, arm %s, fixture %s, firstResponseNs=%d, sumNs=%d", line,
            launch.arm(), launch.fixture(), launch.firstResponseNs(), launch.phasesNs().sumNs());
      }
    }
  }

  Optional<String> warning() {
    return count == 0
        ? Optional.empty()
        : Optional.of("phases are negative or do not add up to the first response within 1 % in " + count
            + (count == 1 ? " launch" : " launches") + "; first at " + first);
  }

  private static boolean addUp(Launch launch) {
    for (Long ns : launch.phasesNs().inOrder()) {
      if (ns != null && ns < 0) {
        return false;
      }
    }
    double offNs = Math.abs(launch.phasesNs().sumNs() - launch.firstResponseNs());
    return offNs <= TOLERANCE * launch.firstResponseNs();
  }
}
