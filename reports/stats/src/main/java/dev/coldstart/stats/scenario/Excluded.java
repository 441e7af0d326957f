package dev.coldstart.stats.scenario;

import dev.coldstart.record.LaunchLine;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Launches of a scenario that do not count, by a rule that does not look at times.
 *
 * @param reason of the first; null if there is none
 */
public record Excluded(int launches, String reason) {

  static Excluded of(Collection<? extends LaunchLine> all) {
    List<? extends LaunchLine> invalid = all.stream().filter(launch -> !launch.valid()).toList();
    return new Excluded(invalid.size(),
        invalid.stream().map(LaunchLine::reason).filter(Objects::nonNull).findFirst().orElse(null));
  }
}
