package dev.coldstart.validation.faults;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The groups in which the page counts faults. */
public enum FaultKind {
  SIGNAL("stopped by a signal"),
  KILLED("killed by SIGKILL"),
  PAUSED("paused by SIGSTOP, then continued"),
  CHILD("a child that crashes, hangs, answers wrongly or prints without end"),
  DAMAGED("a file that is incomplete, damaged or missing"),
  FULL("a full disk, or a file with a size limit"),
  IN_THE_WAY("a file or folder in the place of another, or write-protected"),
  GONE("a file or folder that is removed during a run"),
  SECOND_RUN("a second run at the same time"),
  CLOCK("a changed clock");

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
