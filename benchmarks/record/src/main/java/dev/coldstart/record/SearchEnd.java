package dev.coldstart.record;

import java.util.Optional;
import java.util.stream.Stream;

/** What ended a search, {@link Tuning#searchEndedBy()}. */
public enum SearchEnd {
  /** A generation's levers made nothing faster. */
  NO_BETTER_CHILD("no-better-child"),
  /** As many levers were put together as are tried. */
  GENERATIONS("generations"),
  /** The time is used up. */
  BUDGET("budget"),
  INTERRUPTED("interrupted");

  private final String id;

  SearchEnd(String id) {
    this.id = id;
  }

  /** The end as {@code tune.json} names it. */
  public String id() {
    return id;
  }

  /** @return empty for null, and for the word of a later version */
  public static Optional<SearchEnd> of(String id) {
    return Stream.of(values()).filter(end -> end.id.equals(id)).findFirst();
  }
}
