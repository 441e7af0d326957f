package dev.coldstart.report.run;

import java.util.List;

/**
 * What a page of very many arms leaves out so that it stays one that opens: of what explains, not of what answers, all
 * but the first arms of each fixture.
 */
public final class ManyArms {

  /** So many arms over all fixtures are shown in full. */
  private static final int MOST_IN_FULL = 200;

  /** Of more, so many over all fixtures: with what answers, a page of 400 arms then takes 1.4 MB. */
  private static final int MOST_ROWS = 60;

  private static final int FEWEST_ROWS = 3;

  private ManyArms() {}

  /** @param rows of one fixture, those that say most first */
  public static <T> List<T> first(RunView view, List<T> rows) {
    return rows.subList(0, Math.min(rows.size(), most(view)));
  }

  /**
   * What is left out, in words; empty when that is nothing.
   *
   * @param rows how many there are of that fixture
   */
  public static String more(RunView view, int rows) {
    int most = most(view);
    return rows <= most
        ? ""
        : "These are the first " + most + " of " + rows + ": a page of so many arms has no room for the others."
            + " The files of the run have them.";
  }

  private static int most(RunView view) {
    int arms = view.fixtures().stream().mapToInt(fixture -> view.measured(fixture).size()).sum();
    return arms <= MOST_IN_FULL ? Integer.MAX_VALUE : Math.max(FEWEST_ROWS, MOST_ROWS / view.fixtures().size());
  }
}
