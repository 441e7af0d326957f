package dev.coldstart.command.tune;

import dev.coldstart.command.tune.SuccessiveHalving.Rank;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.run.Preset;
import dev.coldstart.launcher.run.RunRequest;
import dev.coldstart.launcher.run.RunSeries;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.RunData;
import dev.coldstart.record.Tuning.SearchEnd;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.stats.run.Pairs;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The rounds of a search: each is a run, whose folder keeps all that was launched. */
final class RoundRuns implements Search.Rounds {

  private static final int MOST_CHARACTERS = 300;
  private static final String NOTHING_COUNTS = "has no launch that counts";

  private final TuneRequest request;
  private final SearchSpace space;
  private final TuneRecord record;
  private final RunSeries series;
  private int generation;
  private int made;

  /** @param made how many were made and decided before the tuning was cut */
  RoundRuns(TuneRequest request, SearchSpace space, TuneRecord record, RunSeries series, int made) {
    this.request = request;
    this.space = space;
    this.record = record;
    this.series = series;
    this.made = made;
  }

  @Override
  public void begin(int number, List<Candidate> candidates) {
    generation = number;
    record.generation(number, candidates);
  }

  @Override
  public Optional<SearchEnd> closed() {
    if (series.isInterrupted()) {
      return Optional.of(SearchEnd.INTERRUPTED);
    }
    return left().isZero() ? Optional.of(SearchEnd.BUDGET) : Optional.empty();
  }

  /** Of the budget. */
  private Duration left() {
    Duration left = request.budget().minus(record.used());
    return left.isNegative() ? Duration.ZERO : left;
  }

  @Override
  public Optional<List<SuccessiveHalving.Measured>> measure(List<Candidate> candidates, int blocks) {
    made++;
    String name = String.format(Locale.ROOT, "round-%02d", made);
    series.say("--- " + name + ", generation " + generation + " of at most " + Search.MOST_GENERATIONS + ": "
        + candidates.size() + " combinations, " + blocks + " blocks");
    record.round(name, blocks);
    RunData run = series.makeOnTheWay(name, plan(candidates, blocks));
    if (series.isInterrupted()) {
      return Optional.empty();
    }
    ArmLaunches yardstick = launches(run, space.yardstick().id());
    if (yardstick.counted().isEmpty()) {
      throw new UserError("nothing can be tuned: " + space.yardstick().id() + ", which all is measured by, "
          + failure(yardstick) + "; see " + run.folder().path());
    }
    return Optional.of(candidates.stream().map(one -> measured(one, launches(run, one.id()), yardstick)).toList());
  }

  private RunRequest plan(List<Candidate> candidates, int blocks) {
    Stream<PlannedArm> arms = Stream.concat(Stream.of(space.yardstick()), candidates.stream().map(Candidate::arm));
    List<PlannedArm> distinct = arms.distinct().toList();
    return new RunRequest(request.home(), catalog -> distinct, RunRequest.Size.of(Preset.ROUND, blocks, left()),
        request.seed() + made, request.timeout(), record.folder(), request.commandLine());
  }

  private static ArmLaunches launches(RunData run, String arm) {
    return run.arms().stream().filter(launches -> launches.arm().arm().equals(arm)).findFirst().orElseThrow();
  }

  private static SuccessiveHalving.Measured measured(Candidate candidate, ArmLaunches arm, ArmLaunches yardstick) {
    double ratio = Pairs.of(arm, yardstick).medianRatio();
    String failure = failure(arm);
    return failure == null && !Double.isNaN(ratio)
        ? new SuccessiveHalving.Measured(candidate, ratio, null)
        : new SuccessiveHalving.Measured(candidate, Double.NaN, failure == null ? NOTHING_COUNTS : failure);
  }

  /** Why it is out; null where nothing is wrong. Settings under which a launch fails now and then are no answer. */
  private static String failure(ArmLaunches arm) {
    if (!arm.arm().ran()) {
      return SafeText.start(arm.arm().notRun(), MOST_CHARACTERS);
    }
    return arm.launches()
        .stream()
        .filter(launch -> !launch.valid())
        .findFirst()
        .map(Launch::reason)
        .map(reason -> SafeText.start("an invalid launch: " + reason, MOST_CHARACTERS))
        .orElse(arm.counted().isEmpty() ? NOTHING_COUNTS : null);
  }

  @Override
  public void decided(List<Rank> ranks) {
    record.standings(ranks);
    ranks.stream()
        .filter(rank -> !rank.stays() && Double.isNaN(rank.ratio()))
        .forEach(rank -> series.say("out: " + rank.candidate().id() + ": " + rank.reason()));
    ranks.stream()
        .filter(Rank::stays)
        .limit(SuccessiveHalving.FEW)
        .forEach(
            rank -> series.say(String.format(Locale.ROOT, "ahead: %s, %.2f", rank.candidate().id(), rank.ratio())));
  }
}
