package dev.coldstart.record;

/**
 * Identifies an arm within a run. The arm's id alone does not, because it is the same for every fixture.
 *
 * @param arm {@link Arm#arm()}
 */
public record ArmKey(String arm, String fixture) {

  /** An arm, or something that belongs to one. */
  public interface Of {

    String arm();

    String fixture();

    default ArmKey key() {
      return new ArmKey(arm(), fixture());
    }
  }
}
