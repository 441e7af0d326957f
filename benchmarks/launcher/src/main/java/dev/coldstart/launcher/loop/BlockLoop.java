package dev.coldstart.launcher.loop;

import dev.coldstart.launcher.plan.Permutations;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.scenario.LaunchDriver.Made;
import dev.coldstart.launcher.scenario.LaunchDriver.Slot;
import dev.coldstart.launcher.scenario.LaunchDriver.Step;
import dev.coldstart.launcher.scenario.LaunchDriver;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Guards;
import dev.coldstart.record.Launch;
import dev.coldstart.record.LaunchLine;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.StopRule;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Makes the launches of a run, round by round. Each round has one block for each scenario and fixture, and the arms of
 * a block run in random order. So the machine's drift, or a budget that is too short, affects all arms alike.
 *
 * <p>A block's number is that of its round; in a shard, the number in the plan of its round-th block. A fixture with a
 * retried block needs one more round. So the contents of each block depend only on the seed and on which blocks count.
 */
public final class BlockLoop {

  /** With fewer blocks an interval covers less than 95 %, and checking it often makes that worse. */
  public static final int LEAST_BLOCKS_FOR_TARGET = 20;

  /** Receives events as they happen, but none for work that was done before the run was resumed. */
  public interface Listener {
    void launched(Made made) throws IOException;

    /** An arm failed twice in its first block and is not launched again. Repeated when the run is resumed. */
    void failed(PlannedArm arm, String reason);

    /**
     * @param leftBehind descriptions of the processes that the block's launches left behind and that were killed
     * @param done blocks done, in all scenarios and fixtures together
     * @param total the planned number of blocks; grows if further blocks have to be retried
     */
    void blockEnded(Series series, BlockEnd end, List<String> leftBehind, int done, int total);

    /**
     * A round of the headline has ended. Not called for rounds that were recorded before the run was resumed.
     *
     * @param counted the valid launches of counted blocks, one list for each fixture
     */
    void roundEnded(Collection<List<Launch>> counted);

    /** The warm-up is over and has decided which arms are launched in only some of the blocks. */
    void sparse(Manifest.Sparse decided);

    /** A block that should have been retried counts, because the maximum number of retries was reached. */
    void stands(String fixture, int block, String reason);
  }

  /**
   * The environment of the launches.
   *
   * @param guards returns the machine's activity since the previous call; null if the machine was not watched
   * @param clockNs a clock in ns, with any origin
   * @param interrupted checked before and after each launch
   */
  public record Environment(LaunchDriver driver, Supplier<Guards> guards, LongSupplier clockNs,
      BooleanSupplier interrupted) {}

  private final List<Series> series;
  private final Permutations permutations;
  private final Environment environment;
  private final Precision precision;
  private final Listener listener;
  private long lastEndNs;

  /** @param precision checked at the end of each round; it sees only the first series */
  public BlockLoop(List<Series> series, Permutations permutations, Environment environment, Precision precision,
      Listener listener) {
    this.series = series;
    this.permutations = permutations;
    this.environment = environment;
    this.precision = precision;
    this.listener = listener;
  }

  /**
   * Runs until a stop rule applies.
   *
   * @param budget the time limit from now on
   */
  public StopRule run(Duration budget) throws IOException {
    lastEndNs = nowNs();
    long deadlineNs = lastEndNs + budget.toNanos();
    for (int round = 0; left() > 0; round++) {
      for (Series of : series) {
        for (Series.Blocks blocks : permutations.of(of.id(), of.block(round), of.all())) {
          if (blocks.left() > 0) {
            if (mayStopBefore(of, round) && nowNs() - deadlineNs >= 0) {
              return StopRule.BUDGET;
            }
            if (!new Block(of, blocks, round).run()) {
              return StopRule.INTERRUPTED;
            }
          }
        }
      }
      for (Series of : series) {
        of.decideSparse(round).ifPresent(listener::sparse);
      }
      // A resumed run that has later rounds had not reached the target in this one.
      if (!isRecordedFrom(round + 1) && series.get(0).isHeadline()) {
        listener.roundEnded(series.get(0).all().stream().map(Series.Blocks::countedLaunches).toList());
        if (isTargetReached()) {
          return StopRule.TARGET_CI;
        }
      }
    }
    return StopRule.BLOCKS;
  }

  /**
   * The headline's first round always runs: it shows which arms work at all, and with less there is nothing to report.
   */
  private boolean mayStopBefore(Series of, int round) {
    return !(of.isHeadline() && round == 0) && !isRecordedFrom(round);
  }

  private boolean isRecordedFrom(int round) {
    return series.stream().anyMatch(of -> of.recorded().reaches(of.block(round)));
  }

  private int left() {
    return series.stream().mapToInt(Series::left).sum();
  }

  private boolean isTargetReached() {
    if (precision == Precision.NEVER) {
      return false;
    }
    List<Series.Blocks> running = series.get(0).all().stream().filter(of -> !of.arms().isEmpty()).toList();
    return running.stream().allMatch(of -> of.counted() >= LEAST_BLOCKS_FOR_TARGET)
        && precision.isReached(running.stream().map(Series.Blocks::countedLaunches).toList());
  }

  private long nowNs() {
    return environment.clockNs().getAsLong();
  }

  /** One block. Its steps run in sequence, each either taken from the record or made now. */
  private final class Block {

    private final Series of;
    private final Series.Blocks blocks;
    private final int round;
    private final int number;
    private final List<Made> steps = new ArrayList<>();
    private int madeNow;

    Block(Series of, Series.Blocks blocks, int round) {
      this.of = of;
      this.blocks = blocks;
      this.round = round;
      this.number = of.block(round);
    }

    /** Returns false if it was interrupted. */
    public boolean run() throws IOException {
      List<Step> failed = new ArrayList<>();
      if (!take(permutations.of(blocks.orderName(), number, blocks.steps()), (step, reason) -> failed.add(step))) {
        return false;
      }
      // Arms that failed in the first block get a second try. An arm that fails again cannot run here.
      if (of.isHeadline() && round == 0 && !take(failed, this::drop)) {
        return false;
      }
      end();
      return true;
    }

    /**
     * Returns false if it was interrupted.
     *
     * @param failed receives each step that failed, and the reason
     */
    private boolean take(List<Step> steps, BiConsumer<Step, String> failed) throws IOException {
      for (Step step : steps) {
        Optional<Made> made = next(step);
        if (made.isEmpty()) {
          return false;
        }
        if (!made.get().first().valid()) {
          failed.accept(step, made.get().first().reason());
        }
      }
      return true;
    }

    private void drop(Step step, String reason) {
      blocks.arms().remove(step.arm());
      listener.failed(step.arm(), reason);
    }

    /** The recorded result of the step, or the result of making it now. Empty if the run was interrupted. */
    private Optional<Made> next(Step step) throws IOException {
      Integer cache = blocks.cache(step.arm(), permutations).orElse(null);
      Slot slot = new Slot(number, steps.size(), blocks.isWarmup(round), cache, round == 0);
      Optional<Made> made = of.recorded().take(step, slot);
      if (made.isEmpty()) {
        made = make(step, slot);
      }
      made.ifPresent(steps::add);
      return made;
    }

    private Optional<Made> make(Step step, Slot slot) throws IOException {
      of.recorded().assertUsedUp(blocks.fixture(), slot);
      if (environment.interrupted().getAsBoolean()) {
        return Optional.empty();
      }
      Made made = environment.driver().launch(step, slot);
      // An interruption kills the child, so this launch says nothing about the arm.
      if (environment.interrupted().getAsBoolean()) {
        return Optional.empty();
      }
      madeNow++;
      listener.launched(made);
      return Optional.of(made);
    }

    private void end() {
      Optional<BlockEnd> known = of.recorded().end(blocks.fixture(), number);
      boolean isTold = known.isEmpty() && (of.isHeadline() || madeNow > 0);
      List<String> leftBehind = isTold ? environment.driver().leftBehind() : List.of();
      BlockEnd end = known.orElseGet(() -> ended(leftBehind));
      blocks.add(end, of.isHeadline() ? steps : List.of());
      if (isTold) {
        int done = series.stream().mapToInt(Series::ended).sum();
        listener.blockEnded(of, end, leftBehind, done, done + left());
      }
    }

    private BlockEnd ended(List<String> leftBehind) {
      Guards guards = madeNow > 0 ? environment.guards().get() : null;
      String again = of.retryRule() == null ? null : again(of.retryRule().reason(judged(), guards, leftBehind));
      long nowNs = nowNs();
      long wallNs = nowNs - lastEndNs + beforeInterruptionNs();
      lastEndNs = nowNs;
      return new BlockEnd(blocks.fixture(), number, blocks.isWarmup(round), again, wallNs, childrenNs(steps), guards);
    }

    /**
     * The launches of which an invalid one is a reason to retry the block. Those of the first block are not: it shows
     * which arms run at all, they had a second try in it, and those that failed twice are left out.
     */
    private List<Launch> judged() {
      return round == 0 ? List.of() : steps.stream().map(Made::launch).toList();
    }

    /** The reason, if there is one and the block may be retried for it; else null. */
    private String again(Optional<String> reason) {
      if (reason.isEmpty() || !blocks.canBeRunAgain(round)) {
        return null;
      }
      if (blocks.isAgainUsedUp()) {
        listener.stands(blocks.fixture(), number, reason.get());
        return null;
      }
      return reason.get();
    }

    /**
     * The block's duration before the run was interrupted, from the first spawn to the last exit, in ns. 0 if it was
     * not interrupted.
     */
    private long beforeInterruptionNs() {
      List<Made> before = steps.subList(0, steps.size() - madeNow);
      if (before.isEmpty() || !of.isHeadline()) {
        return 0;
      }
      Launch last = before.get(before.size() - 1).launch();
      long spanMs = last.startedAtMs() - before.get(0).launch().startedAtMs();
      // The wall clock is coarse and may have been set back in the meantime. The children's own clock has neither
      // problem.
      return Math.max(TimeUnit.MILLISECONDS.toNanos(spanMs) + wallNs(last), childrenNs(before));
    }
  }

  /** The total lifetime of the children, as far as it was recorded, in ns. */
  private static long childrenNs(List<Made> steps) {
    return steps.stream().mapToLong(made -> wallNs(made.first())).sum();
  }

  private static long wallNs(LaunchLine line) {
    return line instanceof Launch launch && launch.wallNs() != null ? launch.wallNs() : 0;
  }

  /**
   * Decides whether the ratios are known as precisely as requested. It must not consider whether they differ from 1.
   */
  @FunctionalInterface
  public interface Precision {

    /** For a run without a target. */
    Precision NEVER = counted -> false;

    /** @param counted the launches that count, one list for each fixture */
    boolean isReached(Collection<List<Launch>> counted);
  }
}
