package dev.coldstart.report.tune;

import dev.coldstart.record.Tuning;
import dev.coldstart.record.Tuning.SearchEnd;
import dev.coldstart.record.text.SafeText;

/** Words of tunings. */
final class TuneWords {

  private TuneWords() {}

  /** @param by as {@code tune.json} names it; null while the search goes on */
  static String ended(String by) {
    if (by == null) {
      return "not yet";
    }
    return SearchEnd.of(by).map(TuneWords::ended).orElseGet(() -> SafeText.brief(by));
  }

  private static String ended(SearchEnd end) {
    return switch (end) {
      case NO_BETTER_CHILD -> "when no lever made any of the fastest faster";
      case GENERATIONS -> "when as many levers were put together as are tried";
      case BUDGET -> "when its time was used up";
      case INTERRUPTED -> "when somebody stopped it";
    };
  }

  /** An arm without what all arms of the tuning have in common: {@code jit, default+heap-16m}. */
  static String arm(Tuning tuning, String id) {
    String[] parts = id.split("/", -1);
    return parts.length == 3 ? SafeText.brief(configuration(tuning, parts[0]) + ", " + parts[1]) : SafeText.brief(id);
  }

  private static String configuration(Tuning tuning, String id) {
    String runtime = tuning.runtime() + ".";
    return id.startsWith(runtime) ? id.substring(runtime.length()) : id;
  }

  /** Of a place in a round. */
  static String outcome(Tuning.Place place) {
    if (place.stays()) {
      return "stays";
    }
    String reason = SafeText.brief(place.reason());
    return place.ratio() == null ? "failed: " + reason : "falls: " + reason;
  }
}
