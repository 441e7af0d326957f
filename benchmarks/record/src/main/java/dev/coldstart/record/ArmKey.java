package dev.coldstart.record;

/**
 * What tells an arm of a run from the others: an arm's id is the same for every fixture.
 *
 * @param arm {@link Arm#arm()}
 */
public record ArmKey(String arm, String fixture) {

  /** An arm, or something of one. */
  public interface Of {

    String arm();

    String fixture();

    default ArmKey key() {
      return new ArmKey(arm(), fixture());
    }
  }
}
