package dev.coldstart.report.tune;

import dev.coldstart.record.Tuning.SearchEnd;
import dev.coldstart.record.Tuning;
import dev.coldstart.record.io.TuningFolder;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.html.Html;
import dev.coldstart.report.text.RunFacts.Fact;
import dev.coldstart.report.text.RunFacts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How a tuning made its choice.
 *
 * @param target the page's file; its links are relative to its directory
 */
public record TunePage(TuningFolder folder, Tuning tuning, Path target) {

  /**
   * Writes {@code tune.html} next to {@code tune.json}, replacing an older one.
   *
   * @return the page's file
   * @throws RunFormatException if there is no {@code tune.json}, or it is damaged
   * @throws UncheckedIOException if the page cannot be written
   */
  public static Path write(TuningFolder folder) {
    return write(folder, folder.html());
  }

  /** Writes the page to another file. */
  public static Path write(TuningFolder folder, Path target) {
    Html.write(target, Html.render("tune/tune.jte", new TunePage(folder, folder.read(), target)));
    return target;
  }

  public static String render(TuningFolder folder) {
    return Html.render("tune/tune.jte", new TunePage(folder, folder.read(), folder.html()));
  }

  List<Fact> facts() {
    long tried = tuning.generations()
        .stream()
        .flatMap(generation -> generation.candidates().stream())
        .map(Tuning.Entry::arm)
        .distinct()
        .count();
    return List.of(Fact.of("Started", RunFacts.date(tuning.startedAt())),
        Fact.of("Runtime", SafeText.brief(tuning.runtime())), Fact.of("Fixture", SafeText.brief(tuning.fixture())),
        Fact.of("JDK", SafeText.brief(tuning.jdk())), Fact.of("Combinations tried", tried),
        Fact.of("Rounds", tuning.rounds().size()), Fact.of("Budget of the search", budget()),
        Fact.of("The search ended", ended()), Fact.of("Seed", tuning.seed()));
  }

  private String budget() {
    String budget = Format.duration(Duration.ofMillis(tuning.budgetMs()));
    return tuning.usedMs() == null ? budget : budget + ", used " + Format.duration(Duration.ofMillis(tuning.usedMs()));
  }

  private String ended() {
    return tuning.searchEndedBy() == null
        ? "not yet"
        : SearchEnd.of(tuning.searchEndedBy())
            .map(TunePage::ended)
            .orElseGet(() -> SafeText.brief(tuning.searchEndedBy()));
  }

  private static String ended(SearchEnd end) {
    return switch (end) {
      case NO_BETTER_CHILD -> "when no further JVM option made any of the fastest combinations faster";
      case GENERATIONS -> "after trying the largest allowed combination of JVM options";
      case BUDGET -> "when its time was used up";
      case INTERRUPTED -> "when it was interrupted";
    };
  }

  /** Whether a round's folder exists next to the page. */
  boolean hasRounds() {
    return folder.hasRounds(tuning);
  }
}
