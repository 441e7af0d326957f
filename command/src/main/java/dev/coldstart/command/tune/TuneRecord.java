package dev.coldstart.command.tune;

import dev.coldstart.command.tune.SuccessiveHalving.Rank;
import dev.coldstart.launcher.UserError;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.Tuning.SearchEnd;
import dev.coldstart.record.Tuning;
import dev.coldstart.record.io.TuningFolder;
import dev.coldstart.record.text.Commands;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The record of a tuning in progress. Each new fact is written at once. */
final class TuneRecord {

  private static final String ENDING = "-tune";

  private final TuneRequest request;
  private final SearchSpace space;
  private final TuningFolder folder;
  private final Instant startedAt;
  private final List<Instant> resumedAt;

  /** Their lists of rounds belong to this record and grow. */
  private final List<Tuning.Generation> generations;

  private final LongSupplier clockNs;

  /** Clock time at which the search began, moved back by the time that it had used before an interruption. */
  private final long searchingSinceNs;

  private Duration searched;
  private SearchEnd searchEnd;
  private Tuning.End end;

  /** Begins a new tuning and makes its folder. */
  TuneRecord(TuneRequest request, SearchSpace space, LongSupplier clockNs) {
    this.request = request;
    this.space = space;
    this.startedAt = Instant.now();
    this.resumedAt = null;
    this.generations = new ArrayList<>();
    this.clockNs = clockNs;
    this.searchingSinceNs = clockNs.getAsLong();
    Path path = request.out().resolve(RunFolder.newId(startedAt, ENDING, request.out()));
    this.folder = new TuningFolder(path);
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new UserError(
          "no tuning can be written to " + path + " (" + IoReason.of(e) + "): choose a folder that is writable", e);
    }
    save(null);
  }

  /** Resumes an interrupted tuning. */
  TuneRecord(ResumedTuning cut, SearchSpace space, LongSupplier clockNs) {
    this.request = cut.request();
    this.space = space;
    this.folder = cut.folder();
    this.startedAt = cut.tuning().startedAt();
    this.resumedAt = new ArrayList<>(cut.tuning().resumedAt() == null ? List.of() : cut.tuning().resumedAt());
    this.resumedAt.add(Instant.now());
    this.generations = new ArrayList<>(cut.tuning().generations());
    this.generations.replaceAll(g -> new Tuning.Generation(g.number(), g.candidates(), new ArrayList<>(g.rounds())));
    this.clockNs = clockNs;
    this.searchingSinceNs = clockNs.getAsLong() - cut.used().toNanos();
    this.end = cut.tuning().end();
    save(null);
  }

  Path folder() {
    return folder.path();
  }

  /** The part of the budget that the search has used. */
  Duration used() {
    return searched == null ? Duration.ofNanos(clockNs.getAsLong() - searchingSinceNs) : searched;
  }

  /**
   * Records the start of a generation. When resumed, it may be recorded already.
   *
   * @throws UserError if it is recorded with other candidates
   */
  void generation(int number, List<Candidate> candidates) {
    List<Tuning.Entry> entries = candidates.stream().map(one -> new Tuning.Entry(one.id(), one.parent())).toList();
    if (number > generations.size()) {
      generations.add(new Tuning.Generation(number, entries, new ArrayList<>()));
      save(null);
    } else if (!generations.get(number - 1).candidates().equals(entries)) {
      throw ResumedTuning.unfit("generation " + number + " has other combinations than would be tried now");
    }
  }

  /**
   * Records the start of a round. When resumed, it may be recorded already. Its standings follow when it is decided.
   */
  void round(String run, int blocks) {
    List<Tuning.Round> rounds = rounds();
    if (rounds.isEmpty() || !rounds.get(rounds.size() - 1).run().equals(run)) {
      rounds.add(new Tuning.Round(run, blocks, null));
      save(null);
    }
  }

  void standings(List<Rank> ranks) {
    List<Tuning.Round> rounds = rounds();
    Tuning.Round last = rounds.remove(rounds.size() - 1);
    rounds.add(new Tuning.Round(last.run(), last.blocks(), places(ranks)));
    save(null);
  }

  /** The rounds of the current generation. */
  private List<Tuning.Round> rounds() {
    return generations.get(generations.size() - 1).rounds();
  }

  /** The ranks in the format of {@code tune.json}. */
  static List<Tuning.Place> places(List<Rank> ranks) {
    return ranks.stream()
        .map(rank -> new Tuning.Place(rank.candidate().id(), TuneResult.orNull(rank.ratio()), rank.stays(),
            rank.reason()))
        .toList();
  }

  /** A sentence about the combinations that failed in the search, with the first reason. Empty if none failed. */
  Optional<String> failed() {
    List<Tuning.Place> failed = generations.stream()
        .flatMap(generation -> generation.rounds().stream())
        .filter(round -> round.standings() != null)
        .flatMap(round -> round.standings().stream())
        .filter(place -> place.ratio() == null)
        .toList();
    return failed.stream()
        .findFirst()
        .map(first -> "excluded: " + Format.count(failed.size(), "combination", "combinations")
            + " failed in the search; first: " + first.arm() + ": " + first.reason());
  }

  void searched(SearchEnd by) {
    searched = used();
    searchEnd = by;
    save(null);
  }

  /** Records the start of the final run. */
  void endBegins(String chosen, String run) {
    end = new Tuning.End(chosen, run, null, null);
    save(null);
  }

  void end(Tuning.End measured) {
    end = measured;
    save(Instant.now());
  }

  private void save(Instant endedAt) {
    Tuning tuning = new Tuning(Tuning.SCHEMA, folder.id(), startedAt, endedAt, resumedAt, Instant.now(),
        request.home().named(request.commandLine()), request.runtime(), request.fixture(), space.yardstick().jdk().id(),
        request.seed(), request.budget().toMillis(), used().toMillis(), request.limits().time().toMillis(),
        request.blocks(), space.yardstick().id(), generations, searchEnd == null ? null : searchEnd.id(), end,
        request.home().fixturesFolder(), request.limits().memoryBytes());
    try {
      folder.write(tuning);
    } catch (IOException e) {
      throw new UserError(
          folder.json() + " cannot be written (" + IoReason.of(e) + "): is the disk full? Make room, then resume with "
              + Commands.here().coldstart(ResumedTuning.toGoOn(folder.path())),
          e);
    }
  }
}
