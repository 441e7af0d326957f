package dev.coldstart.html;

import dev.coldstart.results.Arm;
import java.util.List;
import java.util.stream.Collectors;

/** Which neighbours in the order of first responses a run does not tell apart, in words. */
final class OpenGroups {

  /** What is longer is no sentence any more: the table marks each of them. */
  private static final int LONGEST = 120;

  private OpenGroups() {}

  /**
   * Of the first arm's fixture; empty where there are none.
   *
   * @param first an arm of which its neighbour is named already
   */
  static String sentence(RunView view, Arm first) {
    List<List<Arm>> groups =
        view.summary().details().notToldApart().stream()
            .filter(group -> group.get(0).fixture().equals(first.fixture()))
            .filter(group -> group.size() > 2 || !group.get(0).equals(first))
            .toList();
    String named = groups.stream().map(group -> names(view, group)).collect(Collectors.joining("; "));
    if (groups.isEmpty()) {
      return "";
    }
    return named.length() <= LONGEST
        ? "Neighbours not told apart: " + named + "."
        : Numbers.count(groups.size(), "group", "groups") + " of neighbours not told apart: see the table.";
  }

  private static String names(RunView view, List<Arm> group) {
    return group.stream().map(arm -> view.names().of(arm).text()).collect(Collectors.joining(" and "));
  }
}
