package dev.coldstart.launcher.scenario;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.record.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The scenarios that a run measures in addition to the headline. */
public final class ScenarioPlan {

  /** One more than the interval of a ratio needs: an invalid launch is left out, and its block is not retried. */
  public static final int BLOCKS = 7;

  /** Only the JVM's child makes further calls and instances and measures them. Another program's child answers once. */
  private static final String NO_JVM = "this scenario is only for arms in a JVM";

  public static final List<String> ALL = Scenario.beside().stream().map(Scenario::id).toList();

  private ScenarioPlan() {}

  /**
   * The scenarios with those ids, in the order of {@link Scenario}.
   *
   * @param blocks the number of blocks for each fixture
   * @throws UserError if there is no such scenario, or if it would have no block
   */
  public static List<Manifest.Scenario> of(List<String> ids, int blocks, int processors) {
    ids.stream().filter(id -> !ALL.contains(id)).findFirst().ifPresent(unknown -> {
      throw new UserError("no scenario is named \"" + unknown + "\"; choose from " + String.join(", ", ALL));
    });
    if (blocks < 1) {
      throw new UserError("--scenario-blocks " + blocks + ": a scenario needs at least 1 block for each fixture");
    }
    return Scenario.beside()
        .stream()
        .filter(scenario -> ids.contains(scenario.id()))
        .map(scenario -> scenario.planned(blocks, processors))
        .toList();
  }

  /** The scenarios for a run of these arms, with the configurations that they leave out. */
  public static List<Manifest.Scenario> of(List<Manifest.Scenario> scenarios, List<PlannedArm> planned) {
    Map<String, String> programs = new TreeMap<>();
    planned.stream()
        .map(PlannedArm::configuration)
        .filter(configuration -> configuration.program().isPresent())
        .forEach(configuration -> programs.put(configuration.id(), NO_JVM));
    return scenarios.stream()
        .map(scenario -> programs.isEmpty() || Scenario.of(scenario.id()).takesPrograms()
            ? scenario
            : leavingOut(scenario, programs))
        .toList();
  }

  private static Manifest.Scenario leavingOut(Manifest.Scenario s, Map<String, String> leftOut) {
    return new Manifest.Scenario(s.id(), s.blocks(), s.calls(), s.callsMs(), s.instances(), s.starts(), leftOut);
  }

  /**
   * Whether a scenario launches the arm. Leaves out controls, which check only the headline. Also leaves out the
   * baseline of a control fixture if nothing is compared with it there and the run has other fixtures: it is in the run
   * only for its controls.
   *
   * @param id the scenario's
   * @param planned all arms of the run
   */
  public static boolean launches(String id, PlannedArm arm, List<PlannedArm> planned) {
    Scenario scenario = Scenario.of(id);
    boolean isAble = arm.configuration().program().isEmpty() || scenario.takesPrograms() && arm.hasOwnLaunches();
    return isAble && scenario.isFor(arm) && unfit(id, arm.fixture()).isEmpty() && arm.control() == null
        && !isForControls(arm, planned);
  }

  /** Why a scenario cannot run on this machine, or has nothing to show for a fixture. Empty if it has. */
  public static Optional<String> unfit(String id, Fixture fixture) {
    return cannotRun(id).map(why -> "because " + why).or(() -> Scenario.of(id).unfit(fixture.entry().kind()));
  }

  /** Why this machine cannot run the scenario. Empty if it can. */
  public static Optional<String> cannotRun(String id) {
    return Scenario.of(id).cannotRun();
  }

  private static boolean isForControls(PlannedArm arm, List<PlannedArm> planned) {
    boolean alone = planned.stream()
        .filter(other -> other.fixture().id().equals(arm.fixture().id()))
        .allMatch(other -> other.configuration().baseline());
    return arm.fixture().control() && alone && planned.stream().anyMatch(other -> !other.fixture().control());
  }

  /**
   * Checks a manifest's scenarios.
   *
   * @throws UserError if this version cannot run one of them
   */
  public static void assertKnown(List<Manifest.Scenario> scenarios) {
    scenarios.stream().filter(scenario -> !isKnown(scenario)).findFirst().ifPresent(unknown -> {
      throw new UserError("the run cannot be resumed: its manifest.json has a scenario \"" + unknown.id()
          + "\" that this version of coldstart cannot run; start a new run");
    });
  }

  private static boolean isKnown(Manifest.Scenario planned) {
    return Scenario.beside().stream().anyMatch(known -> known.id().equals(planned.id()) && known.isComplete(planned));
  }
}
