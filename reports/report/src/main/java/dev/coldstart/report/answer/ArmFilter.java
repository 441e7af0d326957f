package dev.coldstart.report.answer;

import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.ArmName;
import java.util.List;

/**
 * What a reader can choose the shown arms by.
 *
 * @param runtimes in the page's order; empty where all arms are of one
 * @param arms how many there are
 */
public record ArmFilter(List<ArmName> runtimes, int arms) {

  /** Of fewer, none is hard to find. */
  private static final int FEWEST_ARMS = 3;

  public static ArmFilter of(RunView view, Overview overview) {
    List<ArmName> runtimes = view.names().runtimes();
    return new ArmFilter(runtimes.size() > 1 ? runtimes : List.of(), overview.rows().size());
  }

  boolean isOfUse() {
    return arms >= FEWEST_ARMS;
  }
}
