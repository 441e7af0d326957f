package dev.coldstart.stats.run;

import static dev.coldstart.stats.run.ArmColumns.rounded;

import dev.coldstart.stats.estimate.Estimate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code summary.json} says of arms beside how each compares with its baseline. */
final class DetailsJson {

  private DetailsJson() {}

  static void of(ObjectNode root, Details details) {
    ArrayNode neighbours = root.putArray("neighbours");
    details.neighbours().forEach(neighbour -> neighbour(neighbours.addObject(), neighbour));
    ArrayNode groups = root.putArray("notToldApart");
    details.notToldApart().forEach(group -> {
      ObjectNode node = groups.addObject().put("fixture", group.get(0).fixture());
      ArrayNode arms = node.putArray("arms");
      group.forEach(arm -> arms.add(arm.arm()));
    });
    ArrayNode excesses = root.putArray("beyond");
    details.excesses().forEach(excess -> excess(excesses.addObject(), excess));
    ArrayNode levers = root.putArray("levers");
    details.levers().forEach(lever -> lever(levers.addObject(), lever));
  }

  private static void neighbour(ObjectNode node, Neighbour neighbour) {
    node.put("fixture", neighbour.arm().fixture())
        .put("arm", neighbour.arm().arm())
        .put("before", neighbour.before().arm())
        .put("blocks", neighbour.blocks());
    ratio(node, neighbour.ratio()).put("pHolm", rounded(neighbour.p())).put("toldApart", neighbour.toldApart());
  }

  private static void excess(ObjectNode node, Overhead excess) {
    node.put("fixture", excess.arm().fixture())
        .put("arm", excess.arm().arm())
        .put("baseline", excess.baseline().arm())
        .put("blocks", excess.blocks())
        .put("moreMedianMs", rounded(excess.firstResponseMs().value()))
        .put("moreCiLowMs", rounded(excess.firstResponseMs().low()))
        .put("moreCiHighMs", rounded(excess.firstResponseMs().high()));
    ObjectNode phases = node.putObject("morePhasesMedianMs");
    excess.phasesMs().forEach((phase, ms) -> phases.put(phase, rounded(ms)));
    node.put("moreClassesMedian", rounded(excess.classes()))
        .put("moreClassesNotArchivedMedian", rounded(excess.classesNotArchived()));
  }

  private static void lever(ObjectNode node, LeverEffect lever) {
    node.put("fixture", lever.arm().fixture())
        .put("arm", lever.arm().arm())
        .put("other", lever.other().arm())
        .put("blocks", lever.blocks());
    ratio(node, lever.ratio());
  }

  private static ObjectNode ratio(ObjectNode node, Estimate ratio) {
    return node.put("ratio", rounded(ratio.value()))
        .put("ratioCiLow", rounded(ratio.low()))
        .put("ratioCiHigh", rounded(ratio.high()));
  }
}
