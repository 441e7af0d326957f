package dev.coldstart.report;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.text.Format;
import java.util.List;
import java.util.stream.Collectors;

/** Which neighbours in the order of first responses a run does not tell apart, in words. */
final class OpenGroups {

  /** What is longer is no sentence any more: the table marks each of them. */
  private static final int LONGEST = 120;

  private OpenGroups() {}

  /**
   * Empty where there are none.
   *
   * @param first an arm of which its neighbour is named already
   */
  static String sentence(RunView view, FixtureFacts fixture, Arm first) {
    List<List<Arm>> groups = view.summary()
        .details()
        .notToldApart()
        .stream()
        .filter(group -> group.get(0).fixture().equals(fixture.id()))
        .filter(group -> group.size() > 2 || !group.get(0).equals(first))
        .toList();
    if (groups.isEmpty()) {
      return "";
    }
    if (groups.get(0).size() == view.measured(fixture).size()) {
      return "No arm is told apart from the next.";
    }
    String named = groups.stream().map(group -> names(view, group)).collect(Collectors.joining("; "));
    return named.length() <= LONGEST
        ? "Neighbours not told apart: " + named + "."
        : Format.count(groups.size(), "group", "groups") + " of neighbours not told apart: see the table.";
  }

  /** Of a long group the ends: what stands between is in the table. */
  private static String names(RunView view, List<Arm> group) {
    String first = view.names().of(group.get(0)).text();
    String last = view.names().of(group.get(group.size() - 1)).text();
    return group.size() == 2 ? first + " and " + last : first + " to " + last + " (" + group.size() + " arms)";
  }
}
