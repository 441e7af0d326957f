package dev.coldstart.record.merge;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Manifest.Machine;
import dev.coldstart.record.Manifest.Sparse;
import dev.coldstart.record.Merged;
import dev.coldstart.record.Shard;
import dev.coldstart.record.StopRule;
import dev.coldstart.record.merge.FoundRuns.Found;
import dev.coldstart.record.text.SafeText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * The manifest of a merged run.
 *
 * @param runs of the shards, in the order of their numbers
 */
record MergedManifest(List<Found> runs) {

  private static final String SHARD = "--shard";

  /** More notes would hide the run's own. */
  private static final int MOST_NOTES = 30;

  private List<Manifest> manifests() {
    return runs.stream().map(Found::manifest).toList();
  }

  Merged merged() {
    List<Machine> machines = new ArrayList<>();
    List<Merged.Part> parts = new ArrayList<>();
    for (Found run : runs) {
      Manifest m = run.manifest();
      int known = IntStream.range(0, machines.size())
          .filter(i -> machines.get(i).isSame(m.machine()))
          .findFirst()
          .orElse(machines.size());
      if (known == machines.size()) {
        machines.add(m.machine());
      }
      parts.add(new Merged.Part(run.index(), known + 1, m.runId(), m.startedAt(), m.endedAt(), m.stoppedBy()));
    }
    return new Merged(runs.get(0).manifest().plan().shard().of(), List.copyOf(parts), List.copyOf(machines));
  }

  Manifest manifest(String id, Merged merged, List<String> notes) {
    Manifest first = runs.get(0).manifest();
    Instant startedAt = manifests().stream().map(Manifest::startedAt).min(Comparator.naturalOrder()).orElseThrow();
    Instant endedAt = manifests().stream().map(Manifest::endedAt).max(Comparator.naturalOrder()).orElseThrow();
    Machine machine = merged.machines().stream().reduce(Machine::inCommon).orElseThrow();
    return new Manifest(Manifest.SCHEMA, id, startedAt, endedAt, stoppedBy(merged), commandLine(first),
        first.coldstart(), first.commit(), first.clean(), first.checkoutCommit(),
        first.plan().of(null).with(sparse(first.plan().sparse())), machine, first.jdks(), first.fixtures(), arms(),
        List.copyOf(notes), null, first.spawns(), runs.get(0).index() == 1 ? first.jmh() : null, first.fixturesFolder(),
        first.configurations(), first.engines(), merged);
  }

  /** The manifest while the run is written: like that of a run that has not ended. */
  Manifest begun(String id) {
    Manifest whole = manifest(id, merged(), List.of());
    return whole.with(whole.plan(), null, null, whole.arms(), whole.notes(), null, whole.spawns());
  }

  private String stoppedBy(Merged merged) {
    if (!merged.missing().isEmpty()) {
      return StopRule.PARTS.id();
    }
    return manifests().stream()
        .map(Manifest::stoppedBy)
        .filter(rule -> !StopRule.isComplete(rule))
        .findFirst()
        .orElse(manifests().get(0).stoppedBy());
  }

  /** That of the whole plan. */
  private static List<String> commandLine(Manifest first) {
    if (first.commandLine() == null) {
      return null;
    }
    List<String> words = new ArrayList<>();
    for (int i = 0; i < first.commandLine().size(); i++) {
      String word = first.commandLine().get(i);
      if (word.equals(SHARD)) {
        i++;
      } else if (!word.startsWith(SHARD + "=")) {
        words.add(word);
      }
    }
    return List.copyOf(words);
  }

  /** An arm that any shard launched only in some blocks has fewer launches. */
  private Sparse sparse(Sparse rule) {
    if (rule == null) {
      return null;
    }
    List<ArmKey> arms = manifests().stream()
        .map(manifest -> manifest.plan().sparse().arms())
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .distinct()
        .toList();
    return new Sparse(rule.factor(), rule.apart(), rule.every(), arms);
  }

  /** Each as the first shard that ran it has it. */
  private List<Arm> arms() {
    Map<ArmKey, Arm> arms = new LinkedHashMap<>();
    for (Manifest manifest : manifests()) {
      manifest.arms().forEach(arm -> arms.merge(arm.key(), arm, (known, other) -> known.ran() ? known : other));
    }
    // In the order of the first shard, which has all of them.
    return manifests().get(0).arms().stream().map(arm -> arms.get(arm.key())).toList();
  }

  /** What the shards say themselves, and how they differ in what ran. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    Map<ArmKey, Arm> arms = new LinkedHashMap<>();
    arms().forEach(arm -> arms.put(arm.key(), arm));
    notes.addAll(byShards(runs, Found::index,
        run -> StopRule.BUDGET.id().equals(run.manifest().stoppedBy())
            ? List.of("ended at the time budget, before the last block")
            : List.of()));
    notes.addAll(byShards(runs, Found::index,
        run -> run.manifest()
            .arms()
            .stream()
            .filter(arm -> !arm.ran() && arms.get(arm.key()).ran())
            .map(arm -> arm.arm() + " in " + arm.fixture() + " did not run: " + SafeText.brief(arm.notRun()))
            .toList()));
    notes.addAll(byShards(runs, Found::index, run -> run.manifest().notes()));
    return notes;
  }

  /** Each note once, with the numbers of the shards that have it. */
  static <T> List<String> byShards(List<T> all, ToIntFunction<T> shard, Function<T, List<String>> notes) {
    Map<String, List<Integer>> shards = new LinkedHashMap<>();
    all.forEach(one -> notes.apply(one)
        .forEach(note -> shards.computeIfAbsent(note, key -> new ArrayList<>()).add(shard.applyAsInt(one))));
    List<String> words = new ArrayList<>();
    shards.entrySet()
        .stream()
        .limit(MOST_NOTES)
        .forEach(note -> words.add(Shard.words(note.getValue()) + ": " + note.getKey()));
    if (shards.size() > MOST_NOTES) {
      words.add((shards.size() - MOST_NOTES) + " more notes of shards are in their own manifests");
    }
    return words;
  }
}
