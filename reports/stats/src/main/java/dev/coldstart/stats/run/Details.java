package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.RunData;
import dev.coldstart.stats.estimate.Bootstrap;
import java.util.ArrayList;
import java.util.List;

/**
 * What is said of a run's arms beside how each compares with its baseline.
 *
 * @param neighbours by fixture, in the order of first responses
 * @param excesses what each arm needs more than its baseline, in the manifest's order
 * @param levers what choices within a runtime are worth, in the manifest's order
 */
public record Details(List<Neighbour> neighbours, List<Overhead> excesses, List<LeverEffect> levers) {

  public static final Details NONE = new Details(List.of(), List.of(), List.of());

  /** @param arms in the summary's order */
  static Details of(RunData run, List<ArmSummary> arms, Bootstrap bootstrap, boolean trusted) {
    return new Details(Neighbour.of(run, arms, bootstrap, trusted), Overhead.of(run), LeverEffect.of(run, bootstrap));
  }

  /**
   * Groups of two and more arms of one fixture, in the order of first responses, of which each is not told apart from
   * the next. The first and the last of three may well be.
   */
  public List<List<Arm>> notToldApart() {
    List<List<Arm>> groups = new ArrayList<>();
    boolean open = false;
    for (Neighbour neighbour : neighbours) {
      if (!neighbour.isOpen()) {
        open = false;
        continue;
      }
      // Of the next fixture, the one before is another arm than the group's last.
      if (!open || !last(groups).get(last(groups).size() - 1).equals(neighbour.before())) {
        groups.add(new ArrayList<>(List.of(neighbour.before())));
      }
      last(groups).add(neighbour.arm());
      open = true;
    }
    return groups.stream().map(List::copyOf).toList();
  }

  private static List<Arm> last(List<List<Arm>> groups) {
    return groups.get(groups.size() - 1);
  }
}
