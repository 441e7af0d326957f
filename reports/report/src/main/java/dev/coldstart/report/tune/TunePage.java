package dev.coldstart.report.tune;

import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.Tuning;
import dev.coldstart.record.io.TuningFolder;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.record.text.ShellWords;
import dev.coldstart.report.html.Html;
import dev.coldstart.report.html.RawFiles;
import dev.coldstart.report.text.Fact;
import dev.coldstart.report.text.RunFacts;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How a tuning chose.
 *
 * @param state how far it came; empty where it came to its end
 * @param chosen null where nothing was chosen yet
 * @param yardstick the arm to which all ratios of rounds are
 * @param rounds whether a round's folder lies beside the page
 * @param again the command line that it was made by; empty where it is not known
 */
public record TunePage(String stylesheet, String id, String runtime, String fixture, List<Fact> facts, String state,
    TuneChoice chosen, String yardstick, List<TuneGeneration> generations, String again, RawFiles.Link raw,
    boolean rounds) {

  private static final String NOT_ENDED =
      "This tuning has not come to its end. coldstart tune --resume goes on with it.";

  /**
   * Writes {@code tune.html} beside {@code tune.json}, in place of an older one.
   *
   * @return where it lies
   * @throws RunFormatException when there is no {@code tune.json}, or it is damaged
   * @throws UncheckedIOException when the page cannot be written
   */
  public static Path write(TuningFolder folder) {
    Html.write(folder.html(), render(folder));
    return folder.html();
  }

  public static String render(TuningFolder folder) {
    return Html.render("tune/tune.jte", of(folder, folder.read(), Html.stylesheet()));
  }

  static TunePage of(TuningFolder folder, Tuning tuning, String stylesheet) {
    return new TunePage(stylesheet, SafeText.brief(tuning.id()), SafeText.brief(tuning.runtime()),
        SafeText.brief(tuning.fixture()), facts(tuning), tuning.isComplete() ? "" : NOT_ENDED,
        tuning.end() == null ? null : TuneChoice.of(folder, tuning), SafeText.brief(tuning.yardstick()),
        TuneGeneration.of(tuning),
        tuning.commandLine() == null ? "" : "scripts/coldstart " + ShellWords.line(tuning.commandLine()),
        RawFiles.link(folder.json(), folder.html(), "every combination, round by round"),
        tuning.rounds().stream().anyMatch(round -> folder.round(round).isPresent()));
  }

  private static List<Fact> facts(Tuning tuning) {
    return List.of(Fact.of("Started", RunFacts.date(tuning.startedAt())),
        Fact.of("Runtime", SafeText.brief(tuning.runtime())), Fact.of("Fixture", SafeText.brief(tuning.fixture())),
        Fact.of("JDK", SafeText.brief(tuning.jdk())), Fact.of("Combinations tried", Integer.toString(tried(tuning))),
        Fact.of("Rounds", Integer.toString(tuning.rounds().size())), Fact.of("Budget of the search", budget(tuning)),
        Fact.of("The search ended", TuneWords.ended(tuning.searchEndedBy())),
        Fact.of("Seed", Long.toString(tuning.seed())));
  }

  private static int tried(Tuning tuning) {
    return (int) tuning.generations()
        .stream()
        .flatMap(generation -> generation.candidates().stream())
        .map(Tuning.Entry::arm)
        .distinct()
        .count();
  }

  private static String budget(Tuning tuning) {
    String budget = Format.duration(Duration.ofMillis(tuning.budgetMs()));
    return tuning.usedMs() == null ? budget : budget + ", used " + Format.duration(Duration.ofMillis(tuning.usedMs()));
  }
}
