package dev.coldstart.record.merge;

import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Merged;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.Shard;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.record.io.RunWriter;
import dev.coldstart.record.merge.FoundRuns.Found;
import dev.coldstart.record.text.IoReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Merges the runs of a plan's shards into a new run. Each launch and block keeps its data and its number, and gets the
 * number of its shard. Nothing that exists is changed.
 *
 * @param folder the new run's
 * @param notes what was left out and why, and what the shards noted themselves
 * @param isComplete whether all shards of the plan are in it
 */
public record Merge(RunFolder folder, List<String> notes, boolean isComplete) {

  private static final String ENDING = "-merged";

  /** So many shards are read at the same time, on as many processors as there are. */
  private static final int AT_ONCE = 8;

  /** Ending of the files that JMH and its forks write. */
  private static final List<String> OF_JMH = List.of(".json", ".log");

  /** One shard: what it measured, or why it cannot be read. */
  private record Measured(Found run, RunData data, String failure) {

    static Measured of(Found run) {
      try {
        RunData data = RunReader.read(run.folder().path());
        assertOwnBlocks(data);
        return new Measured(run, data, null);
      } catch (RunFormatException e) {
        return new Measured(run, null, FoundRuns.unreadable(run.folder(), e));
      }
    }

  }

  /**
   * @param given folders of runs, or folders that hold such folders
   * @param out the parent of the new run's folder
   * @throws RunFormatException if there is nothing to merge
   * @throws UncheckedIOException if the new run cannot be written
   */
  public static Merge of(List<Path> given, Path out) {
    Chosen chosen = Chosen.of(FoundRuns.in(given));
    List<String> notes = new ArrayList<>(chosen.notes());
    try (Writing writing = new Writing(chosen, notes, out)) {
      for (int from = 0; from < chosen.shards().size(); from += AT_ONCE) {
        List<Found> some = chosen.shards().subList(from, Math.min(from + AT_ONCE, chosen.shards().size()));
        some.parallelStream().map(Measured::of).toList().forEach(writing::add);
      }
      return writing.end();
    }
  }

  private static void assertOwnBlocks(RunData run) {
    Shard shard = run.manifest().plan().shard();
    Stream
        .concat(run.launched().flatMap(arm -> arm.launches().stream()).map(Launch::block),
            run.blocks().stream().map(BlockEnd::block))
        .filter(block -> !shard.has(block))
        .findFirst()
        .ifPresent(block -> {
          throw new RunFormatException(
              run.folder().path() + " holds block " + block + ", which is not one of shard " + shard);
        });
  }

  /** The new run while it is written, shard by shard: all launches together may not fit into memory. */
  private static final class Writing implements AutoCloseable {

    private final Chosen chosen;
    private final List<String> notes;
    private final List<Found> written = new ArrayList<>();
    private final Map<Integer, List<String>> warnings = new TreeMap<>();
    private final Path out;
    private RunWriter writer;

    Writing(Chosen chosen, List<String> notes, Path out) {
      this.chosen = chosen;
      this.notes = notes;
      this.out = out;
    }

    void add(Measured shard) {
      if (shard.data() == null) {
        notes.add(shard.failure());
        return;
      }
      if (writer == null) {
        // Until the end, the manifest says that the run has not ended.
        String id = RunFolder.newId(Instant.now(), ENDING, out);
        writer = RunWriter.create(out, new MergedManifest(chosen.shards()).begun(id));
      }
      int index = shard.run().index();
      List<Launch> launches = shard.data()
          .launched()
          .flatMap(arm -> arm.launches().stream())
          .sorted(
              Comparator.comparingInt(Launch::block).thenComparing(Launch::fixture).thenComparingInt(Launch::position))
          .toList();
      writer.append(launches, shard.data().blocks(), index);
      if (index == 1) {
        shard.data().scenarios().lines().values().forEach(writer::append);
        copyJmh(shard.run().folder(), writer.folder());
      }
      written.add(shard.run());
      warnings.put(index, shard.data().warnings());
    }

    Merge end() {
      if (written.isEmpty()) {
        throw new RunFormatException("nothing to merge: " + String.join("; ", notes));
      }
      MergedManifest merging = new MergedManifest(written);
      Merged merged = merging.merged();
      List<Integer> lost = Chosen.lost(merged.missing(), chosen.unfinished());
      if (!lost.isEmpty()) {
        notes.add(0, Shard.words(lost) + " of " + merged.of() + (lost.size() == 1 ? " is" : " are")
            + " missing: the run has " + merged.shards().size() + " of " + merged.of() + " parts");
      }
      notes.addAll(merging.notes());
      notes.addAll(MergedManifest.byShards(written, Found::index, run -> warnings.get(run.index())));
      writer.update(merging.manifest(writer.folder().id(), merged, notes));
      return new Merge(writer.folder(), List.copyOf(notes), merged.missing().isEmpty());
    }

    @Override
    public void close() {
      if (writer != null) {
        writer.close();
      }
    }
  }

  private static void copyJmh(RunFolder from, RunFolder to) {
    if (!Files.isDirectory(from.jmh())) {
      return;
    }
    try (Stream<Path> files = Files.list(from.jmh())) {
      for (Path file : files.filter(Merge::isOfJmh).sorted().toList()) {
        Files.copy(file, to.jmh().resolve(file.getFileName().toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "JMH's files of " + from.path() + " cannot be copied to " + to.jmh() + " (" + IoReason.of(e) + ")", e);
    }
  }

  private static boolean isOfJmh(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && OF_JMH.stream().anyMatch(file.getFileName().toString()::endsWith);
  }
}
