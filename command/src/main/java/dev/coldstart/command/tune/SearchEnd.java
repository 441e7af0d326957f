package dev.coldstart.command.tune;

import java.util.Locale;

/** What ended a search. */
enum SearchEnd {
  /** A generation's levers made nothing faster. */
  NO_BETTER_CHILD("no lever made any of the fastest faster"),
  /** As many levers were put together as are tried. */
  GENERATIONS("as many levers were put together as are tried"),
  /** The time is used up. */
  BUDGET("the time is used up"),
  /** Somebody stopped it. */
  INTERRUPTED("somebody stopped it");

  private final String text;

  SearchEnd(String text) {
    this.text = text;
  }

  /** The end as {@code tune.json} names it. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The same in words. */
  String text() {
    return text;
  }
}
