package dev.coldstart.results;

import java.util.List;

/**
 * All launches of one arm and one fixture, in the order in which they ended.
 *
 * @param launches those of a warm-up block and invalid ones too; ask {@link Launch#counts()}
 */
public record ArmLaunches(Arm arm, List<Launch> launches) {

  /** The launches that count, by block. */
  public List<Launch> counted() {
    return launches.stream().filter(Launch::counts).toList();
  }
}
