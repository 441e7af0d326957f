package dev.coldstart.record.merge;

import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.StopRule;
import dev.coldstart.record.merge.FoundRuns.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The runs that are merged: one for each shard of the plan that most of the found runs have. None is chosen, or left
 * out, by what it measured.
 *
 * @param shards in the order of their numbers
 * @param unfinished the numbers of those that have not ended
 * @param notes why others were left out, in words
 */
record Chosen(List<Found> shards, List<Integer> unfinished, List<String> notes) {

  private static final Comparator<Found> BY_START =
      Comparator.comparing((Found found) -> found.manifest().startedAt()).thenComparing(found -> found.folder().path());

  /** @throws RunFormatException if there is no shard that has ended */
  static Chosen of(FoundRuns found) {
    List<String> notes = new ArrayList<>(found.notes());
    List<Found> ofPlan = ofPlan(found.shards(), notes);
    List<Integer> unfinished = new ArrayList<>();
    Map<Integer, Found> chosen = new TreeMap<>();
    ofPlan.stream()
        .collect(Collectors.groupingBy(Found::index, TreeMap::new, Collectors.toList()))
        .forEach((index, runs) -> choose(index, runs, chosen, unfinished, notes));
    List<Found> shards = ofTheSamePrograms(List.copyOf(chosen.values()), notes);
    if (shards.isEmpty()) {
      throw new RunFormatException("nothing to merge: no shard was found that has ended"
          + (notes.isEmpty() ? "" : "; " + String.join("; ", notes.subList(0, Math.min(notes.size(), 5))))
          + ". A shard is a run made with --shard");
    }
    return new Chosen(shards, unfinished, notes);
  }

  /** The runs of the plan that has the most; of the first that was started, if two have as many. */
  private static List<Found> ofPlan(List<Found> all, List<String> notes) {
    Map<SamePlan, List<Found>> plans = all.stream()
        .sorted(BY_START)
        .collect(
            Collectors.groupingBy(found -> SamePlan.of(found.manifest()), LinkedHashMap::new, Collectors.toList()));
    SamePlan most = null;
    for (Map.Entry<SamePlan, List<Found>> plan : plans.entrySet()) {
      if (most == null || plan.getValue().size() > plans.get(most).size()) {
        most = plan.getKey();
      }
    }
    for (Map.Entry<SamePlan, List<Found>> plan : plans.entrySet()) {
      if (!plan.getKey().equals(most)) {
        for (Found foreign : plan.getValue()) {
          notes.add(foreign(foreign, most.difference(plan.getKey()).orElseThrow()));
        }
      }
    }
    return most == null ? List.of() : plans.get(most);
  }

  private static String foreign(Found run, String difference) {
    return run.name() + ", shard " + run.manifest().plan().shard() + ", is not of the same plan and was left out: "
        + difference;
  }

  /** @param runs of one shard, by their start */
  private static void choose(int index, List<Found> runs, Map<Integer, Found> chosen, List<Integer> unfinished,
      List<String> notes) {
    List<Found> ended = runs.stream().filter(run -> hasEnded(run.manifest())).toList();
    if (ended.isEmpty()) {
      unfinished.add(index);
      notes.add("shard " + index + " has not finished and was left out (" + runs.get(0).name()
          + "): finish it with run --resume, then merge again");
      return;
    }
    chosen.put(index, ended.get(0));
    runs.stream()
        .filter(run -> !run.equals(ended.get(0)))
        .forEach(run -> notes.add("shard " + index + " was made twice: " + run.name() + " was left out, because "
            + (hasEnded(run.manifest()) ? ended.get(0).name() + " started first" : "it has not finished")));
  }

  private static boolean hasEnded(Manifest manifest) {
    return manifest.endedAt() != null && manifest.stoppedBy() != null
        && !StopRule.INTERRUPTED.id().equals(manifest.stoppedBy());
  }

  /** Leaves out shards whose engines or command lines are not those of the first. */
  private static List<Found> ofTheSamePrograms(List<Found> shards, List<String> notes) {
    List<Found> same = new ArrayList<>();
    for (Found shard : shards) {
      Optional<String> difference =
          same.isEmpty() ? Optional.empty() : SamePlan.difference(same.get(0).manifest(), shard.manifest());
      difference.ifPresentOrElse(words -> notes.add(foreign(shard, words)), () -> same.add(shard));
    }
    return same;
  }

  /** The numbers of the shards of which no run was found. */
  static List<Integer> lost(List<Integer> missing, List<Integer> unfinished) {
    return missing.stream().filter(index -> !unfinished.contains(index)).toList();
  }
}
