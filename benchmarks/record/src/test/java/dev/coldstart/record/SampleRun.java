package dev.coldstart.record;

import dev.coldstart.record.io.RunReader;
import dev.coldstart.record.io.RunWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A synthetic run for tests, with the content of a run's folder. Immutable: each {@code with} returns a copy.
 *
 * @param blocks the ends of its blocks
 * @param jmh content of JMH's files by name
 * @param scenarios its launches in addition to the headline
 */
public record SampleRun(Manifest manifest, List<Launch> launches, List<BlockEnd> blocks, Map<String, String> jmh,
    Scenarios scenarios) {

  public SampleRun(Manifest manifest, List<Launch> launches, List<BlockEnd> blocks, Map<String, String> jmh) {
    this(manifest, launches, blocks, jmh, Scenarios.NONE);
  }

  public SampleRun(Manifest manifest, List<Launch> launches, Map<String, String> jmh) {
    this(manifest, launches, List.of(), jmh);
  }

  public SampleRun withManifest(UnaryOperator<Manifest> change) {
    return new SampleRun(change.apply(manifest), launches, blocks, jmh, scenarios);
  }

  public SampleRun withArms(UnaryOperator<Arm> change) {
    Manifest m = manifest;
    List<Arm> arms = m.arms().stream().map(change).toList();
    return withManifest(any -> Records.with(m, "arms", arms));
  }

  public SampleRun withLaunches(UnaryOperator<Launch> change) {
    return new SampleRun(manifest, launches.stream().map(change).toList(), blocks, jmh, scenarios);
  }

  public SampleRun onlyLaunches(Predicate<Launch> kept) {
    return new SampleRun(manifest, launches.stream().filter(kept).toList(), blocks, jmh, scenarios);
  }

  /** A copy in which some launches take {@code factor} times as long, in each of their phases. */
  public SampleRun slowed(Predicate<Launch> which, double factor) {
    return withLaunches(launch -> which.test(launch) ? SampleLaunches.stretched(launch, factor) : launch);
  }

  /** A copy with the same delay, all of it in the first call, which no control checks. */
  public SampleRun slowedInFirstCall(Predicate<Launch> which, double factor) {
    return withLaunches(launch -> which.test(launch) ? SampleLaunches.stretchedInFirstCall(launch, factor) : launch);
  }

  public SampleRun withBlocks(List<BlockEnd> ends) {
    return new SampleRun(manifest, launches, ends, jmh, scenarios);
  }

  public SampleRun withoutJmh() {
    return new SampleRun(manifest, launches, blocks, Map.of(), scenarios);
  }

  public SampleRun withScenarios(Scenarios run) {
    return new SampleRun(manifest, launches, blocks, jmh, run);
  }

  /** Writes the run's folder into a folder, as the harness does. */
  public RunFolder writeTo(Path out) {
    try (RunWriter writer = RunWriter.create(out, manifest)) {
      if (!launches.isEmpty()) {
        writer.append(launches);
      }
      blocks.forEach(writer::append);
      scenarios.of(WarmLaunch.class).forEach(launch -> writer.append(List.of(launch)));
      scenarios.of(MemoryLaunch.class).forEach(launch -> writer.append(List.of(launch)));
      scenarios.of(SizedLaunch.class).forEach(launch -> writer.append(List.of(launch)));
      bursts().forEach(writer::append);
      for (Map.Entry<String, String> file : jmh.entrySet()) {
        Files.writeString(writer.folder().jmh().resolve(file.getKey()), file.getValue());
      }
      return writer.folder();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Collection<List<BurstLaunch>> bursts() {
    return scenarios.of(BurstLaunch.class)
        .stream()
        .collect(
            Collectors.groupingBy(launch -> List.of(launch.block(), launch.arm(), launch.fixture(), launch.starts()),
                LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  /** Writes the run and reads it again. */
  public RunData readFrom(Path out) {
    return RunReader.read(writeTo(out).path());
  }
}
