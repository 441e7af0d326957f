package dev.coldstart.command.tune;

import dev.coldstart.command.tune.SuccessiveHalving.Rank;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.machine.PageCache;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.run.Preset;
import dev.coldstart.launcher.run.RunRequest;
import dev.coldstart.launcher.run.RunSeries;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.RunData;
import dev.coldstart.record.Tuning.SearchEnd;
import dev.coldstart.record.Tuning;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.stats.run.Pairs;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rounds of a search. Each is a run whose folder keeps all launches. After an interruption the search replays its
 * plan from the start and takes the decided rounds from the record, so that it comes to the same decisions as one that
 * was not interrupted.
 */
final class RoundRuns implements Search.Rounds {

  private static final int MOST_CHARACTERS = 300;
  private static final String NOTHING_COUNTS = "no valid launch";

  private final TuneRequest request;
  private final SearchSpace space;
  private final TuneRecord record;
  private final RunSeries series;
  private final Deque<Tuning.Round> begun;
  private final boolean isTimeUsedUp;
  private Tuning.Round taken;
  private int generation;
  private int number;

  /**
   * @param begun rounds that were begun before the interruption; the last may be undecided
   * @param isTimeUsedUp whether the search ended after these rounds because the time was used up
   */
  RoundRuns(TuneRequest request, SearchSpace space, TuneRecord record, RunSeries series, List<Tuning.Round> begun,
      boolean isTimeUsedUp) {
    this.request = request;
    this.space = space;
    this.record = record;
    this.series = series;
    this.begun = new ArrayDeque<>(begun);
    this.isTimeUsedUp = isTimeUsedUp;
  }

  @Override
  public void begin(int ordinal, List<Candidate> candidates) {
    generation = ordinal;
    record.generation(ordinal, candidates);
  }

  /** Rounds that were begun are always finished. */
  @Override
  public Optional<SearchEnd> closed() {
    if (!begun.isEmpty()) {
      return Optional.empty();
    }
    if (isTimeUsedUp) {
      return Optional.of(SearchEnd.BUDGET);
    }
    if (series.isInterrupted()) {
      return Optional.of(SearchEnd.INTERRUPTED);
    }
    return left().isZero() ? Optional.of(SearchEnd.BUDGET) : Optional.empty();
  }

  /** The rest of the budget. */
  private Duration left() {
    Duration left = request.budget().minus(record.used());
    return left.isNegative() ? Duration.ZERO : left;
  }

  @Override
  public Optional<List<Rank>> measure(List<Candidate> candidates, int blocks) {
    number++;
    taken = begun.poll();
    if (taken != null && taken.blocks() != blocks) {
      throw ResumedTuning.unfit(taken.run() + " had " + taken.blocks() + " blocks, but would have " + blocks + " now");
    }
    return isDecided() ? Optional.of(recorded(candidates)) : launch(candidates, blocks);
  }

  private boolean isDecided() {
    return taken != null && taken.standings() != null;
  }

  private List<Rank> recorded(List<Candidate> candidates) {
    Map<String, Tuning.Place> places = taken.standings()
        .stream()
        .collect(Collectors.toMap(Tuning.Place::arm, Function.identity(), (one, other) -> one));
    List<Rank> measured = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Tuning.Place place = places.get(candidate.id());
      if (place == null) {
        throw ResumedTuning.unfit(taken.run() + " lacks " + candidate.id() + ", which it would include now");
      }
      double ratio = place.ratio() == null ? Double.NaN : place.ratio();
      measured.add(new Rank(candidate, ratio, place.ratio() == null ? place.reason() : null));
    }
    return measured;
  }

  private Optional<List<Rank>> launch(List<Candidate> candidates, int blocks) {
    String name = String.format(Locale.ROOT, "round-%02d", number);
    series.say("--- " + name + ", generation " + generation + " of at most " + Search.MOST_GENERATIONS + ": "
        + candidates.size() + " combinations, " + blocks + " blocks");
    record.round(name, blocks);
    RunData run = series.makeOnTheWay(name, plan(candidates, blocks));
    if (series.isInterrupted()) {
      return Optional.empty();
    }
    ArmLaunches yardstick = run.arm(space.yardstick().key()).orElseThrow();
    if (yardstick.counted().isEmpty()) {
      throw new UserError("nothing can be tuned: the arm that all others are compared with, " + space.yardstick().id()
          + ", failed: " + failure(yardstick) + "; see " + run.folder().path());
    }
    return Optional
        .of(candidates.stream().map(one -> measured(one, run.arm(one.arm().key()).orElseThrow(), yardstick)).toList());
  }

  private RunRequest plan(List<Candidate> candidates, int blocks) {
    Stream<PlannedArm> arms = Stream.concat(Stream.of(space.yardstick()), candidates.stream().map(Candidate::arm));
    List<PlannedArm> distinct = arms.distinct().toList();
    return new RunRequest(request.home(), catalog -> distinct, RunRequest.Size.of(Preset.ROUND, blocks, left()),
        request.seed() + number, request.limits(), PageCache.WARM, record.folder(), request.commandLine());
  }

  private static Rank measured(Candidate candidate, ArmLaunches arm, ArmLaunches yardstick) {
    double ratio = Pairs.of(arm, yardstick).medianRatio();
    String failure = failure(arm);
    if (failure == null && Double.isNaN(ratio)) {
      failure = NOTHING_COUNTS;
    }
    return new Rank(candidate, failure == null ? ratio : Double.NaN, failure);
  }

  /**
   * The reason why an arm is eliminated. Null if there is none. One failed launch is enough: settings that sometimes
   * fail are of no use.
   */
  private static String failure(ArmLaunches arm) {
    if (!arm.arm().ran()) {
      return SafeText.start(arm.arm().notRun(), MOST_CHARACTERS);
    }
    return arm.invalid()
        .stream()
        .findFirst()
        .map(Launch::reason)
        .map(reason -> SafeText.start("an invalid launch: " + reason, MOST_CHARACTERS))
        .orElse(arm.counted().isEmpty() ? NOTHING_COUNTS : null);
  }

  @Override
  public void decided(List<Rank> ranks) {
    if (isDecided()) {
      if (!TuneRecord.places(ranks).equals(taken.standings())) {
        throw ResumedTuning.unfit(taken.run() + " had a different outcome than it would have now");
      }
      return;
    }
    record.standings(ranks);
    ranks.stream()
        .filter(rank -> !rank.stays() && Double.isNaN(rank.ratio()))
        .forEach(rank -> series.say("eliminated: " + rank.candidate().id() + ": " + rank.reason()));
    ranks.stream()
        .filter(Rank::stays)
        .limit(SuccessiveHalving.FEW)
        .forEach(
            rank -> series.say(String.format(Locale.ROOT, "leading: %s, %.2f", rank.candidate().id(), rank.ratio())));
  }

  /** Fails if a recorded round was not replayed. The search would then have taken another path than before. */
  void assertUsedUp() {
    if (!begun.isEmpty()) {
      throw ResumedTuning.unfit(begun.peek().run() + " was started, but is not part of the search now");
    }
  }
}
