package dev.coldstart.record;

/** One line of raw data about one launch, of the headline or of a scenario. */
public interface LaunchLine extends ArmKey.Of {

  /** Number of the fixture's block, from 0. A scenario numbers its own blocks. */
  int block();

  /** Whether the launch is valid, by a rule that does not look at the measured values. */
  boolean valid();

  /**
   * Why it is not valid. Null if it is valid, unless the scenario keeps the measurements of a launch that ended early.
   */
  String reason();

  /** How many processes the line is about. */
  default int launches() {
    return 1;
  }

  /** Describes an inconsistency in the line. Null if there is none. */
  default String problem() {
    return null;
  }
}
