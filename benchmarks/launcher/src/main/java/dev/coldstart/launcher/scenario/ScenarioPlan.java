package dev.coldstart.launcher.scenario;

import dev.coldstart.launcher.UserError;
import dev.coldstart.results.Manifest.Scenario;
import dev.coldstart.results.Scenarios;
import java.util.List;
import java.util.stream.IntStream;

/** What a run is to do beside the headline. */
public final class ScenarioPlan {

  /** One more than an interval takes: an invalid launch is left out, and its block is not run again. */
  public static final int BLOCKS = 6;

  /** As many as let a JIT compiler do its work on most handlers; the time ends it where a call takes long. */
  private static final int CALLS = 2_000;

  private static final int CALLS_MS = 3_000;
  private static final int INSTANCES = 32;

  /** Twice as many as there are processors have to share them. */
  private static final int STARTS_PER_PROCESSOR = 2;

  public static final List<String> ALL = List.of(Scenarios.COLD_TO_WARM, Scenarios.MEMORY, Scenarios.BURST);

  private ScenarioPlan() {}

  /**
   * The scenarios of those ids, in this class's order.
   *
   * @param blocks of each fixture
   * @throws UserError when there is no such scenario, or no block of it
   */
  public static List<Scenario> of(List<String> ids, int blocks, int processors) {
    ids.stream().filter(id -> !ALL.contains(id)).findFirst().ifPresent(unknown -> {
      throw new UserError("no scenario is named \"" + unknown + "\"; choose of " + String.join(", ", ALL));
    });
    if (blocks < 1) {
      throw new UserError("--scenario-blocks " + blocks + ": a scenario needs at least 1 block of each fixture");
    }
    return ALL.stream().filter(ids::contains).map(id -> scenario(id, blocks, processors)).toList();
  }

  /**
   * Checks what a manifest says.
   *
   * @throws UserError when it says what this version cannot do
   */
  public static void assertKnown(List<Scenario> scenarios) {
    scenarios.stream().filter(scenario -> !isKnown(scenario)).findFirst().ifPresent(unknown -> {
      throw new UserError("the run cannot go on: its manifest.json has a scenario \"" + unknown.id()
          + "\" that this version of coldstart cannot run as it stands there; start a new run");
    });
  }

  private static boolean isKnown(Scenario scenario) {
    return switch (scenario.id()) {
      case Scenarios.COLD_TO_WARM -> scenario.calls() != null && scenario.callsMs() != null;
      case Scenarios.MEMORY -> scenario.instances() != null;
      case Scenarios.BURST -> scenario.starts() != null;
      default -> false;
    };
  }

  private static Scenario scenario(String id, int blocks, int processors) {
    return switch (id) {
      case Scenarios.COLD_TO_WARM -> new Scenario(id, blocks, CALLS, CALLS_MS, null, null);
      case Scenarios.MEMORY -> new Scenario(id, blocks, null, null, INSTANCES, null);
      default -> new Scenario(id, blocks, null, null, null, STARTS_PER_PROCESSOR * processors);
    };
  }

  /** How many launches of an arm start at once, burst by burst: 1, 2, 4, ... up to the most. */
  static List<Integer> starts(int most) {
    return IntStream.iterate(1, starts -> starts > 0 && starts <= most, starts -> 2 * starts).boxed().toList();
  }
}
