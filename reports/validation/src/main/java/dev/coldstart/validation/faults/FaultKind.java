package dev.coldstart.validation.faults;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The groups in which the page counts faults. */
public enum FaultKind {
  SIGNAL("stopped by a signal"),
  KILLED("killed without a chance to say so"),
  PAUSED("paused by SIGSTOP, and let go on"),
  CHILD("a child that crashes, hangs, lies or floods"),
  DAMAGED("a file that is torn, damaged or gone"),
  FULL("a disk that is full, or a file that may not grow"),
  IN_THE_WAY("a file or folder in another's place, or write-protected"),
  GONE("what was there goes while a run is on"),
  SECOND_RUN("a second run at the same time"),
  CLOCK("a clock that is set");

  private final String words;

  FaultKind(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /** The id in the data. */
  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
