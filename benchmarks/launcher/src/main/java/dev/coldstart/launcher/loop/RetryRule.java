package dev.coldstart.launcher.loop;

import dev.coldstart.record.Guards;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.text.SafeText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a block is to be run again. Fixed before the run, and blind to the times of its launches: dropping blocks for
 * what they measured would be choosing the result.
 */
record RetryRule(Manifest.Limits limits) {

  /** A child chooses part of the words. */
  private static final int MOST_CHARACTERS = 300;

  /**
   * The reason; empty when the block is as it must be.
   *
   * @param guards null when the machine was not watched
   * @param leftBehind processes that its launches left behind, in words
   */
  Optional<String> reason(List<Launch> launches, Guards guards, List<String> leftBehind) {
    return invalid(launches).or(() -> left(leftBehind))
        .or(() -> guards == null ? Optional.empty() : beyond("steal", guards.stealPart(), limits.stealPart()))
        .or(() -> guards == null
            ? Optional.empty()
            : beyond("throttling", guards.throttledPart(), limits.throttledPart()))
        .map(reason -> SafeText.start(reason, MOST_CHARACTERS));
  }

  private static Optional<String> invalid(List<Launch> launches) {
    List<Launch> invalid = launches.stream().filter(launch -> !launch.valid()).toList();
    return invalid.stream()
        .findFirst()
        .map(first -> (invalid.size() == 1 ? "an invalid launch: " : invalid.size() + " invalid launches, the first: ")
            + first.arm() + ": " + first.reason());
  }

  private static Optional<String> left(List<String> leftBehind) {
    return leftBehind.isEmpty()
        ? Optional.empty()
        : Optional.of("a launch left processes behind: " + String.join("; ", leftBehind));
  }

  /** @param part null where the platform does not tell, which breaks no rule */
  private static Optional<String> beyond(String what, Double part, double limit) {
    return part == null || part <= limit
        ? Optional.empty()
        : Optional.of(String.format(Locale.ROOT, "%s of %.1f %%, more than %.1f %%", what, 100 * part, 100 * limit));
  }
}
