package dev.coldstart.command.tune;

import dev.coldstart.command.tune.SuccessiveHalving.Rank;
import dev.coldstart.record.Tuning;
import dev.coldstart.record.Tuning.SearchEnd;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rounds that a tuning had begun before it was interrupted. The search replays its plan from the start and takes
 * the decided rounds from here, so that it comes to the same decisions as one that was not interrupted. A new tuning
 * has none.
 */
final class RecordedRounds implements Search.Rounds {

  private final Deque<Tuning.Round> begun;
  private final boolean isTimeUsedUp;
  private final Search.Rounds rounds;
  private Tuning.Round taken;

  /**
   * @param begun of which the last may be undecided
   * @param isTimeUsedUp whether the search ended after them for that
   * @param rounds those that come, the undecided one first
   */
  RecordedRounds(List<Tuning.Round> begun, boolean isTimeUsedUp, Search.Rounds rounds) {
    this.begun = new ArrayDeque<>(begun);
    this.isTimeUsedUp = isTimeUsedUp;
    this.rounds = rounds;
  }

  @Override
  public void begin(int generation, List<Candidate> candidates) {
    rounds.begin(generation, candidates);
  }

  /** What was begun is brought to its end. */
  @Override
  public Optional<SearchEnd> closed() {
    if (!begun.isEmpty()) {
      return Optional.empty();
    }
    return isTimeUsedUp ? Optional.of(SearchEnd.BUDGET) : rounds.closed();
  }

  @Override
  public Optional<List<SuccessiveHalving.Measured>> measure(List<Candidate> candidates, int blocks) {
    taken = begun.poll();
    if (taken != null && taken.blocks() != blocks) {
      throw ResumedTuning.unfit(taken.run() + " had " + taken.blocks() + " blocks, and would have " + blocks + " now");
    }
    return isDecided() ? Optional.of(measured(candidates)) : rounds.measure(candidates, blocks);
  }

  private boolean isDecided() {
    return taken != null && taken.standings() != null;
  }

  private List<SuccessiveHalving.Measured> measured(List<Candidate> candidates) {
    Map<String, Tuning.Place> places = taken.standings()
        .stream()
        .collect(Collectors.toMap(Tuning.Place::arm, Function.identity(), (one, other) -> one));
    List<SuccessiveHalving.Measured> measured = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Tuning.Place place = places.get(candidate.id());
      if (place == null) {
        throw ResumedTuning.unfit(taken.run() + " was without " + candidate.id() + ", which it would have now");
      }
      double ratio = place.ratio() == null ? Double.NaN : place.ratio();
      measured.add(new SuccessiveHalving.Measured(candidate, ratio, place.ratio() == null ? place.reason() : null));
    }
    return measured;
  }

  @Override
  public void decided(List<Rank> ranks) {
    if (!isDecided()) {
      rounds.decided(ranks);
    } else if (!TuneRecord.places(ranks).equals(taken.standings())) {
      throw ResumedTuning.unfit(taken.run() + " was decided in another way than it would be now");
    }
  }

  /** Fails unless all was taken: to search on then would be to search twice. */
  void assertUsedUp() {
    if (!begun.isEmpty()) {
      throw ResumedTuning.unfit(begun.peek().run() + " was begun, which the search has not now");
    }
  }
}
