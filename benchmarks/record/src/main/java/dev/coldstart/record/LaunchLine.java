package dev.coldstart.record;

/** One line of raw data of one launch, whatever it was made for: in which block, of which arm and fixture. */
public interface LaunchLine extends ArmKey.Of {

  /** The number of the fixture's block, from 0; a scenario counts blocks of its own. */
  int block();

  /** False by a rule that does not look at what was measured. */
  boolean valid();

  /** Why not valid; null when valid, but for scenarios that keep what a launch gave before it ended early. */
  String reason();

  /** What is wrong with the line as it was read; null when nothing is. */
  default String problem() {
    return null;
  }
}
