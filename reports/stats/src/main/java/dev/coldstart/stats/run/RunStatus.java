package dev.coldstart.stats.run;

import java.util.List;
import java.util.Locale;

/** How far a run can be trusted. */
public enum RunStatus {
  /** Every control was judged and held. */
  SOUND,
  /** Too few blocks to judge the controls, or for the intervals to have the stated coverage. */
  INDICATIVE,
  /** A control failed: the harness or the machine showed a difference where none exists, or missed a deliberate one. */
  DO_NOT_TRUST,
  /** No launch counts: the run has no result for any arm. */
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

  /** False if a control failed. */
  public boolean isTrusted() {
    return this != DO_NOT_TRUST;
  }

  /** The status as it is written to data and text. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
