package dev.coldstart.stats.run;

import java.util.List;
import java.util.Locale;

/** How far a run is to be believed. */
public enum RunStatus {
  /** Every control was judged and held. */
  SOUND,
  /** Too few blocks for the noise to judge the controls, or too few for the intervals to be what they say. */
  INDICATIVE,
  /** A control failed: the harness or the machine saw differences that are not there, or none where one was made. */
  DO_NOT_TRUST,
  /** No launch counts: the run says nothing of any arm. */
  NOTHING_MEASURED;

  static RunStatus of(List<Doubt> doubts) {
    if (doubts.isEmpty()) {
      return SOUND;
    }
    if (doubts.stream().anyMatch(Doubt.NothingMeasured.class::isInstance)) {
      return NOTHING_MEASURED;
    }
    return doubts.stream().anyMatch(Doubt::isFatal) ? DO_NOT_TRUST : INDICATIVE;
  }

  /** False when a control failed. */
  public boolean isTrusted() {
    return this != DO_NOT_TRUST;
  }

  /** The status as data and text write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
