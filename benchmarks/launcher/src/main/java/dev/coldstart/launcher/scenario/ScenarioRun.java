package dev.coldstart.launcher.scenario;

import dev.coldstart.launcher.plan.Permutations;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.scenario.ScenarioDriver.Place;
import dev.coldstart.record.BurstLaunch;
import dev.coldstart.record.Manifest.Scenario;
import dev.coldstart.record.MemoryLaunch;
import dev.coldstart.record.Scenarios;
import dev.coldstart.record.WarmLaunch;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * The launches of the scenarios: rounds over scenarios and fixtures, one block of each a round, so that a budget that
 * is too short cuts all of them alike; the arms of a block in random order.
 */
public final class ScenarioRun {

  /** Is told of everything as it happens; of nothing that was done before the run went on. */
  public interface Listener {
    void launched(WarmLaunch launch);

    void launched(MemoryLaunch launch);

    /** @param launches of one burst */
    void launched(List<BurstLaunch> launches);

    /**
     * @param leftBehind processes that the block's launches left behind and that were killed, in words
     * @param done blocks done, of all scenarios and fixtures together
     */
    void blockEnded(Block block, List<String> leftBehind, int done, int total);
  }

  /** @param number of the fixture's block of this scenario, from 0 */
  public record Block(Scenario scenario, String fixture, int number) {}

  /** @param starts how many launches start at once */
  private record Step(PlannedArm arm, int starts) {}

  private final List<Scenario> scenarios;
  private final List<PlannedArm> arms;
  private final Permutations permutations;
  private final ScenarioDriver driver;
  private final Listener listener;
  private final LongSupplier clockNs;
  private final BooleanSupplier interrupted;

  /**
   * @param arms those that can run, without controls
   * @param permutations of the run's seed; the orders are others than the headline's
   * @param clockNs in ns, of any base
   * @param interrupted asked before and after each launch
   */
  public ScenarioRun(List<Scenario> scenarios, List<PlannedArm> arms, Permutations permutations, ScenarioDriver driver,
      Listener listener, LongSupplier clockNs, BooleanSupplier interrupted) {
    this.scenarios = scenarios;
    this.arms = arms;
    this.permutations = permutations;
    this.driver = driver;
    this.listener = listener;
    this.clockNs = clockNs;
    this.interrupted = interrupted;
  }

  /**
   * Runs until the plan is gone through, the budget is used up or somebody interrupts.
   *
   * @param past what was made of it before
   * @return how many blocks were not run to their end, by the scenario's id; empty when all were
   */
  public Map<String, Integer> run(Scenarios past, Duration budget) throws IOException {
    MadeBefore made = new MadeBefore(past);
    long endNs = clockNs.getAsLong() + budget.toNanos();
    List<Block> blocks = blocks();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (isLeft(block, made)) {
        if (clockNs.getAsLong() - endNs >= 0 || !run(block, made)) {
          return left(blocks.subList(i, blocks.size()), made);
        }
        listener.blockEnded(block, driver.leftBehind(), i + 1, blocks.size());
      }
    }
    return Map.of();
  }

  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    List<String> fixtures = arms.stream().map(arm -> arm.fixture().id()).distinct().toList();
    int rounds = scenarios.stream().mapToInt(Scenario::blocks).max().orElse(0);
    for (int round = 0; round < rounds; round++) {
      for (Scenario scenario : scenarios) {
        if (round < scenario.blocks()) {
          for (String fixture : permutations.of(scenario.id(), round, fixtures)) {
            blocks.add(new Block(scenario, fixture, round));
          }
        }
      }
    }
    return blocks;
  }

  /** What is done in a block, in its order. */
  private List<Step> steps(Block block) {
    Scenario scenario = block.scenario();
    List<Integer> starts = scenario.id().equals(Scenarios.BURST) ? ScenarioPlan.starts(scenario.starts()) : List.of(1);
    List<Step> steps = arms.stream()
        .filter(arm -> arm.fixture().id().equals(block.fixture()))
        .flatMap(arm -> starts.stream().map(together -> new Step(arm, together)))
        .toList();
    return permutations.of(scenario.id() + " " + block.fixture(), block.number(), steps);
  }

  private boolean isLeft(Block block, MadeBefore made) {
    return steps(block).stream().anyMatch(step -> !isMade(step, block, made));
  }

  private static boolean isMade(Step step, Block block, MadeBefore made) {
    return made.holds(block.scenario().id(), block.number(), block.fixture(), step.arm().id(), step.starts());
  }

  private Map<String, Integer> left(List<Block> blocks, MadeBefore made) {
    Map<String, Integer> left = new LinkedHashMap<>();
    blocks.stream()
        .filter(block -> isLeft(block, made))
        .forEach(block -> left.merge(block.scenario().id(), 1, Integer::sum));
    return left;
  }

  /** Makes what is left of a block; false when it was cut short. */
  private boolean run(Block block, MadeBefore made) throws IOException {
    List<Step> steps = steps(block);
    for (int position = 0; position < steps.size(); position++) {
      Step step = steps.get(position);
      if (!isMade(step, block, made)) {
        if (interrupted.getAsBoolean()) {
          return false;
        }
        Runnable told = launch(block.scenario(), new Place(step.arm(), block.number(), position), step.starts());
        // Who interrupts kills the child, so that this launch tells nothing.
        if (interrupted.getAsBoolean()) {
          return false;
        }
        told.run();
      }
    }
    return true;
  }

  /** Makes a launch, or a burst; the result tells the listener of it. */
  private Runnable launch(Scenario scenario, Place place, int starts) throws IOException {
    switch (scenario.id()) {
      case Scenarios.COLD_TO_WARM -> {
        WarmLaunch launch = driver.coldToWarm(place, scenario.calls(), scenario.callsMs());
        return () -> listener.launched(launch);
      }
      case Scenarios.MEMORY -> {
        MemoryLaunch launch = driver.memory(place, scenario.instances());
        return () -> listener.launched(launch);
      }
      default -> {
        List<BurstLaunch> launches = driver.burst(place, starts);
        return () -> listener.launched(launches);
      }
    }
  }
}
