package dev.coldstart.stats.scenario;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Launches of a scenario that do not count, by a rule that does not look at times.
 *
 * @param reason of the first; null when there is none
 */
public record Excluded(int launches, String reason) {

  static <T> Excluded of(Collection<T> all, Predicate<T> counts, Function<T, String> reason) {
    List<T> invalid = all.stream().filter(counts.negate()).toList();
    return new Excluded(invalid.size(), invalid.stream().map(reason).filter(Objects::nonNull).findFirst().orElse(null));
  }
}
