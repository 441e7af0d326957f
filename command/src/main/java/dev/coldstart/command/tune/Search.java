package dev.coldstart.command.tune;

import dev.coldstart.command.tune.SuccessiveHalving.Rank;
import dev.coldstart.launcher.UserError;
import dev.coldstart.record.Tuning.SearchEnd;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Looks for the fastest of many candidates. A generation is halved, round by round, until few are left, which a last
 * round puts in order; the next one is those few, and each of them with each lever. What comes of it is a guess: the
 * launches that choose are not the ones that are reported.
 */
final class Search {

  static final int MOST_GENERATIONS = 3;

  /** Measures, and says when it may no more. */
  interface Rounds {

    /** A generation begins. */
    void begin(int generation, List<Candidate> candidates);

    /** Launches all of them in blocks, and does not order them; empty when somebody stopped it. */
    Optional<List<Rank>> measure(List<Candidate> candidates, int blocks);

    /** A round was decided. */
    void decided(List<Rank> ranks);

    /** Why no further round may be begun; empty when one may. */
    Optional<SearchEnd> closed();
  }

  /**
   * What came of it.
   *
   * @param best of the last generation that was halved to its end, or where none was, of what was measured; empty when
   * somebody stopped it before its first round was over
   */
  record Outcome(Optional<Candidate> best, SearchEnd end) {}

  /**
   * A generation, halved.
   *
   * @param left those that are left, best first
   * @param fallen all others, best first: those of later rounds, and within a round by ratio
   * @param cut why it was not halved to its end; null where it was
   */
  private record Halved(List<Candidate> left, List<Candidate> fallen, SearchEnd cut) {

    /** Whether a lever made one of those that are left faster. */
    boolean isImproved() {
      List<String> ids = Stream.concat(left.stream(), fallen.stream()).map(Candidate::id).toList();
      return left.stream().anyMatch(one -> one.isChild() && ids.indexOf(one.id()) < ids.indexOf(one.parent()));
    }
  }

  private final Rounds rounds;
  private final UnaryOperator<List<Candidate>> children;
  private final Set<String> tried = new HashSet<>();

  /** @param children those of parents, best first: each with one lever more */
  Search(Rounds rounds, UnaryOperator<List<Candidate>> children) {
    this.rounds = rounds;
    this.children = children;
  }

  /** @throws UserError when all of them fail */
  Outcome run(List<Candidate> first) {
    Halved halved = halve(1, first);
    for (int generation = 2; halved.cut() == null; generation++) {
      List<Candidate> best = halved.left();
      if (generation > MOST_GENERATIONS) {
        return new Outcome(Optional.of(best.get(0)), SearchEnd.GENERATIONS);
      }
      List<Candidate> untried =
          children.apply(best).stream().filter(candidate -> !tried.contains(candidate.id())).toList();
      if (untried.isEmpty()) {
        return new Outcome(Optional.of(best.get(0)), SearchEnd.NO_BETTER_CHILD);
      }
      // The parent of a survivor is none of this generation: what it gained, it has.
      Stream<Candidate> settled = best.stream().map(survivor -> new Candidate(survivor.arm(), null));
      List<Candidate> next = Stream.concat(settled, untried.stream()).toList();
      Halved after = halve(generation, next);
      if (after.cut() != null) {
        return new Outcome(Optional.of(best.get(0)), after.cut());
      }
      if (!after.isImproved()) {
        return new Outcome(Optional.of(after.left().get(0)), SearchEnd.NO_BETTER_CHILD);
      }
      halved = after;
    }
    return new Outcome(halved.left().stream().findFirst(), halved.cut());
  }

  private Halved halve(int generation, List<Candidate> candidates) {
    List<Candidate> left = candidates;
    List<Candidate> fallen = new ArrayList<>();
    boolean measured = false;
    boolean few = false;
    for (int blocks = SuccessiveHalving.FIRST_BLOCKS; !few;
        blocks = Math.min(2 * blocks, SuccessiveHalving.LAST_BLOCKS)) {
      Optional<SearchEnd> closed = rounds.closed();
      if (closed.isPresent()) {
        return new Halved(measured ? left : List.of(), fallen, closed.get());
      }
      if (!measured) {
        rounds.begin(generation, candidates);
        candidates.forEach(candidate -> tried.add(candidate.id()));
      }
      few = left.size() <= SuccessiveHalving.FEW;
      Optional<List<Rank>> round = rounds.measure(left, few ? SuccessiveHalving.LAST_BLOCKS : blocks);
      if (round.isEmpty()) {
        return new Halved(measured ? left : List.of(), fallen, SearchEnd.INTERRUPTED);
      }
      List<Rank> ranks = SuccessiveHalving.ranks(round.get());
      rounds.decided(ranks);
      left = ranks.stream().filter(Rank::stays).map(Rank::candidate).toList();
      fallen.addAll(0, ranks.stream().filter(rank -> !rank.stays()).map(Rank::candidate).toList());
      measured = true;
      assertSomeAreLeft(ranks);
    }
    return new Halved(left, fallen, null);
  }

  private static void assertSomeAreLeft(List<Rank> ranks) {
    if (ranks.stream().noneMatch(Rank::stays)) {
      Rank first = ranks.get(0);
      throw new UserError("nothing can be tuned: all of " + ranks.size() + " combinations failed, the first, "
          + first.candidate().id() + ": " + first.reason());
    }
  }
}
