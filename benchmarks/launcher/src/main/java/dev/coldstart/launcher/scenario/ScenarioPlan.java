package dev.coldstart.launcher.scenario;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.record.Manifest.Scenario;
import dev.coldstart.record.Scenarios;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  /** Calls, instances and what they take are asked of the JVM's child; another program's only answers. */
  private static final String NO_JVM = "its child is no JVM and answers once";

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

  /** The same for a run of these arms: with the configurations that are left out. */
  public static List<Scenario> of(List<Scenario> scenarios, List<PlannedArm> planned) {
    Map<String, String> leftOut = new TreeMap<>();
    planned.stream()
        .map(PlannedArm::configuration)
        .filter(configuration -> configuration.program().isPresent())
        .forEach(configuration -> leftOut.put(configuration.id(), NO_JVM));
    return leftOut.isEmpty() ? scenarios : scenarios.stream().map(scenario -> leavingOut(scenario, leftOut)).toList();
  }

  private static Scenario leavingOut(Scenario s, Map<String, String> leftOut) {
    return new Scenario(s.id(), s.blocks(), s.calls(), s.callsMs(), s.instances(), s.starts(), leftOut);
  }

  /**
   * Whether a scenario launches the arm. Controls check the headline; so does the baseline of a control fixture in
   * which nothing is compared with it, which is in a run for its controls alone.
   *
   * @param planned all arms of the run
   */
  public static boolean launches(PlannedArm arm, List<PlannedArm> planned) {
    return arm.control() == null && arm.configuration().program().isEmpty() && !isForControls(arm, planned);
  }

  private static boolean isForControls(PlannedArm arm, List<PlannedArm> planned) {
    boolean alone = planned.stream()
        .filter(other -> other.fixture().id().equals(arm.fixture().id()))
        .allMatch(other -> other.configuration().baseline());
    return arm.fixture().control() && alone && planned.stream().anyMatch(other -> !other.fixture().control());
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
      case Scenarios.COLD_TO_WARM -> new Scenario(id, blocks, CALLS, CALLS_MS, null, null, null);
      case Scenarios.MEMORY -> new Scenario(id, blocks, null, null, INSTANCES, null, null);
      default -> new Scenario(id, blocks, null, null, null, STARTS_PER_PROCESSOR * processors, null);
    };
  }

  /** How many launches of an arm start at once, burst by burst: 1, 2, 4, ... up to the most. */
  static List<Integer> starts(int most) {
    return IntStream.iterate(1, starts -> starts > 0 && starts <= most, starts -> 2 * starts).boxed().toList();
  }
}
