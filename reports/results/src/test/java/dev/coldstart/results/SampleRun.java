package dev.coldstart.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A synthetic run for tests: what a run's folder would hold. Immutable; each {@code with} gives another one.
 *
 * @param blocks how its blocks ended
 * @param jmh content of JMH's files by name
 */
public record SampleRun(
    Manifest manifest, List<Launch> launches, List<BlockEnd> blocks, Map<String, String> jmh) {

  public SampleRun(Manifest manifest, List<Launch> launches, Map<String, String> jmh) {
    this(manifest, launches, List.of(), jmh);
  }

  public SampleRun withManifest(UnaryOperator<Manifest> change) {
    return new SampleRun(change.apply(manifest), launches, blocks, jmh);
  }

  public SampleRun withArms(UnaryOperator<Arm> change) {
    Manifest m = manifest;
    List<Arm> arms = m.arms().stream().map(change).toList();
    return withManifest(
        any ->
            new Manifest(
                m.schema(), m.runId(), m.startedAt(), m.endedAt(), m.stoppedBy(), m.commandLine(), m.coldstart(),
                m.commit(), m.clean(), m.plan(), m.machine(), m.jdks(), m.fixtures(), arms, m.notes(), m.resumedAt(),
                m.spawns()));
  }

  public SampleRun withLaunches(UnaryOperator<Launch> change) {
    return new SampleRun(manifest, launches.stream().map(change).toList(), blocks, jmh);
  }

  public SampleRun onlyLaunches(Predicate<Launch> kept) {
    return new SampleRun(manifest, launches.stream().filter(kept).toList(), blocks, jmh);
  }

  /** Some launches take so many times as long, in each of their phases. */
  public SampleRun slowed(Predicate<Launch> which, double factor) {
    return withLaunches(launch -> which.test(launch) ? SampleLaunches.stretched(launch, factor) : launch);
  }

  /** The same, all of it in the first call, where no control looks. */
  public SampleRun slowedInFirstCall(Predicate<Launch> which, double factor) {
    return withLaunches(launch -> which.test(launch) ? SampleLaunches.stretchedInFirstCall(launch, factor) : launch);
  }

  public SampleRun withBlocks(List<BlockEnd> ends) {
    return new SampleRun(manifest, launches, ends, jmh);
  }

  public SampleRun withoutJmh() {
    return new SampleRun(manifest, launches, blocks, Map.of());
  }

  /** Writes the run's folder under a folder, as the harness does. */
  public RunFolder writeTo(Path out) {
    try (RunWriter writer = RunWriter.create(out, manifest)) {
      launches.forEach(writer::append);
      blocks.forEach(writer::append);
      for (Map.Entry<String, String> file : jmh.entrySet()) {
        Files.writeString(writer.folder().jmh().resolve(file.getKey()), file.getValue());
      }
      return writer.folder();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the run and reads it again. */
  public RunData readFrom(Path out) {
    return RunReader.read(writeTo(out).path());
  }
}
