package dev.coldstart.command.tune;

/**
 * Where a candidate stands after a round.
 *
 * @param ratio median over the round's blocks, to the yardstick; NaN where it failed
 * @param reason why it fell out; null where it stays
 */
record Standing(Candidate candidate, double ratio, String reason) {

  boolean stays() {
    return reason == null;
  }
}
