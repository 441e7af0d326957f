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
  public List<List<Arm>> indistinguishable() {
    List<List<Arm>> groups = new ArrayList<>();
    List<Arm> last = List.of();
    for (Neighbour neighbour : neighbours) {
      if (neighbour.isOpen()) {
        if (last.isEmpty() || !last.get(last.size() - 1).equals(neighbour.before())) {
          last = new ArrayList<>(List.of(neighbour.before()));
          groups.add(last);
        }
        last.add(neighbour.arm());
      }
    }
    return groups.stream().map(List::copyOf).toList();
  }
}
