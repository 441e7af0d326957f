package dev.coldstart.validation.page;

import dev.coldstart.record.text.Format;
import dev.coldstart.report.html.Html;
import dev.coldstart.report.html.RawFiles;
import dev.coldstart.report.text.RunFacts.Fact;
import dev.coldstart.report.text.RunFacts;
import dev.coldstart.validation.faults.FaultKind;
import dev.coldstart.validation.faults.FaultsResult.Row;
import dev.coldstart.validation.faults.FaultsResult.Then;
import dev.coldstart.validation.faults.FaultsResult;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The page about faults: the faults that were made, and their results.
 *
 * @param target the page's file
 */
public record FaultsPage(FaultsResult result, Path target) {

  /**
   * Writes the page next to the result.
   *
   * @return the page's file
   * @throws UncheckedIOException if it cannot be written
   */
  public static Path write(FaultsResult result, Path folder) {
    Path target = folder.resolve("faults.html");
    Html.write(target, render(result, target));
    return target;
  }

  public static String render(FaultsResult result, Path target) {
    return ValidationPage.render("page/faults.jte", new FaultsPage(result, target));
  }

  /** A summary in one sentence. */
  public static String finding(FaultsResult result) {
    int broken = result.broken().size();
    return Format.count(result.faults().size(), "fault was", "faults were") + " injected: "
        + (broken == 0 ? "every check held after each" : "a check failed after " + broken + " of them");
  }

  List<Fact> facts() {
    long tookMs = result.faults().stream().mapToLong(Row::tookMs).sum();
    return List.of(Fact.of("Started", RunFacts.date(Instant.parse(result.startedAt()))),
        Fact.of("Commit", result.commit()), Fact.of("Machine", result.machine()), Fact.of("JDK", result.jdks()),
        Fact.of("Faults", result.faults().size()), Fact.of("Seed", result.seed()),
        Fact.of("Took", Format.duration(Duration.ofMillis(tookMs))));
  }

  /** The kinds that have at least one fault. */
  List<FaultKind> kinds() {
    return Stream.of(FaultKind.values()).filter(kind -> !result.of(kind).isEmpty()).toList();
  }

  /** The results that at least one fault had. */
  List<Then> thens() {
    return Stream.of(Then.values())
        .filter(then -> result.faults().stream().anyMatch(row -> row.then() == then))
        .toList();
  }

  int came(FaultKind kind, Then then) {
    return (int) result.of(kind).stream().filter(row -> row.then() == then).count();
  }

  int brokenOf(FaultKind kind) {
    return (int) result.of(kind).stream().filter(row -> !row.holds()).count();
  }

  RawFiles.Link raw() {
    return RawFiles.link(target.resolveSibling("faults.json"), target, "one element per fault");
  }
}
