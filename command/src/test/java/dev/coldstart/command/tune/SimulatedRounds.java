package dev.coldstart.command.tune;

import dev.coldstart.command.tune.SuccessiveHalving.Rank;
import dev.coldstart.record.Tuning.SearchEnd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Rounds with randomly drawn blocks. The true ratio of each arm is known. */
final class SimulatedRounds implements Search.Rounds {

  /** The true ratio by the arm's id. */
  ToDoubleFunction<String> truth = id -> 1;

  Predicate<String> failing = id -> false;

  /** Standard deviation of the logarithm of one block's ratio. */
  double noise;

  /** The numbers of candidates and of blocks of each round. */
  final List<String> sizes = new ArrayList<>();

  int generations;
  private final Random random;
  private int closedAfter = Integer.MAX_VALUE;
  private int stoppedIn = Integer.MAX_VALUE;
  private SearchEnd closing;

  SimulatedRounds(long seed) {
    random = new Random(seed);
  }

  void closedAfter(int rounds, SearchEnd end) {
    closedAfter = rounds;
    closing = end;
  }

  void stoppedIn(int round) {
    stoppedIn = round;
  }

  @Override
  public void begin(int generation, List<Candidate> candidates) {
    generations = generation;
  }

  @Override
  public Optional<SearchEnd> closed() {
    return sizes.size() < closedAfter ? Optional.empty() : Optional.of(closing);
  }

  @Override
  public Optional<List<Rank>> measure(List<Candidate> candidates, int blocks) {
    sizes.add(candidates.size() + "x" + blocks);
    return sizes.size() == stoppedIn
        ? Optional.empty()
        : Optional.of(candidates.stream().map(candidate -> measured(candidate, blocks)).toList());
  }

  private Rank measured(Candidate candidate, int blocks) {
    if (failing.test(candidate.id())) {
      return new Rank(candidate, Double.NaN, "broken");
    }
    double[] ratios = IntStream.range(0, blocks)
        .mapToDouble(block -> truth.applyAsDouble(candidate.id()) * Math.exp(noise * random.nextGaussian()))
        .sorted()
        .toArray();
    return new Rank(candidate, Arrays.stream(ratios).skip((blocks - 1) / 2).findFirst().orElseThrow(), null);
  }

  @Override
  public void decided(List<Rank> standings) {}
}
