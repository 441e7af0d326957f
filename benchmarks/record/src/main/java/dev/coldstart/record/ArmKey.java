package dev.coldstart.record;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

  /** Those of each arm, in their order. */
  public static <T extends Of> Map<ArmKey, List<T>> index(List<T> all) {
    return all.stream().collect(Collectors.groupingBy(Of::key));
  }
}
