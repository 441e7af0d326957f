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
 * Searches for the fastest of many candidates. Each round halves a generation until few candidates are left, and a last
 * round ranks these. The next generation consists of these few, alone and with each JVM option added. The result is a
 * guess: the launches used for choosing are not the ones that are reported.
 */
final class Search {

  static final int MOST_GENERATIONS = 3;

  /** Measures rounds, and says when no further round is allowed. */
  interface Rounds {

    void begin(int generation, List<Candidate> candidates);

    /** Launches all candidates in blocks. The result is not sorted. Empty if it was interrupted. */
    Optional<List<Rank>> measure(List<Candidate> candidates, int blocks);

    void decided(List<Rank> ranks);

    /** The reason why no further round may begin. Empty if one may. */
    Optional<SearchEnd> closed();
  }

  /**
   * The result of a search.
   *
   * @param best the best candidate of the last complete generation, or of what was measured if no generation is
   * complete; empty if the search was interrupted before its first round was complete
   */
  record Outcome(Optional<Candidate> best, SearchEnd end) {}

  /**
   * A generation after halving.
   *
   * @param left the remaining candidates, best first
   * @param fallen the eliminated candidates, best first: those of later rounds first, within a round by ratio
   * @param cut why halving ended early; null if it is complete
   */
  private record Halved(List<Candidate> left, List<Candidate> fallen, SearchEnd cut) {

    /** Whether a JVM option made one of the remaining candidates faster. */
    boolean isImproved() {
      List<String> ids = Stream.concat(left.stream(), fallen.stream()).map(Candidate::id).toList();
      return left.stream().anyMatch(one -> one.isChild() && ids.indexOf(one.id()) < ids.indexOf(one.parent()));
    }
  }

  private final Rounds rounds;
  private final UnaryOperator<List<Candidate>> children;
  private final Set<String> tried = new HashSet<>();

  /** @param children gives the children of parents, best first; each child adds one JVM option */
  Search(Rounds rounds, UnaryOperator<List<Candidate>> children) {
    this.rounds = rounds;
    this.children = children;
  }

  /** @throws UserError if all candidates fail */
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
      // A survivor counts as having no parent, so that its earlier gain does not count as an improvement again.
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
      throw new UserError("nothing can be tuned: all " + ranks.size() + " combinations failed; first: "
          + first.candidate().id() + ": " + first.reason());
    }
  }
}
