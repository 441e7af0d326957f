package dev.coldstart.record.io;

import dev.coldstart.record.Arm;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Counters;
import dev.coldstart.record.Guards;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.record.Shard;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.ObjectWriter;

/**
 * A synthetic run of any size, with names and command lines as long as real ones. Each runtime has two configurations,
 * and each profile has an A/A arm. It is written launch by launch, compressed, and never held in memory.
 *
 * @param profiles at most 2
 * @param runtimes at most 5
 * @param blocks number of counted blocks of each fixture, after one warm-up block
 */
public record BigRun(int fixtures, int profiles, int runtimes, int blocks) {

  private static final List<String> PROFILES = List.of("default", "aot-cache+c1");
  private static final List<String> RUNTIMES = List.of("Plain Java", "Chicory", "Endive", "Wasmtime", "GraalWasm");
  private static final List<String> WAYS = List.of("interpreter", "library extracted, compiled module cached on disk");
  private static final int BUFFER = 1 << 16;

  /** Number of compared arms of each fixture. */
  public int comparedArms() {
    return profiles * runtimes * WAYS.size();
  }

  /** Number of launches of all fixtures, including warm-ups and controls. */
  public long launches() {
    return (long) fixtures * (comparedArms() + profiles) * (blocks + 1);
  }

  /** @param out the folder that gets the run's folder */
  public RunFolder writeTo(Path out) {
    return write(manifest(), Shard.WHOLE, out);
  }

  /**
   * Writes the same as the runs of shards, each with all its blocks.
   *
   * @param shards number of shards; it must divide the number of blocks
   * @param hosts by a shard's number
   * @param out the folder that gets a folder for each shard's run
   */
  public void writeTo(Path out, int shards, IntFunction<String> hosts) {
    Manifest m = manifest();
    for (int index = 1; index <= shards; index++) {
      Shard shard = new Shard(index, shards);
      write(Records.with(m, "runId", "shard" + index, "plan", m.plan().of(shard), "machine",
          Records.with(m.machine(), "host", hosts.apply(index))), shard, out);
    }
  }

  private RunFolder write(Manifest manifest, Shard shard, Path out) {
    RunFolder folder = new SampleRun(manifest, List.of(), Map.of()).writeTo(out);
    try {
      Files.delete(folder.launches());
      Files.delete(folder.blocks());
      try (OutputStream launches = compressed(folder.launches()); OutputStream ends = compressed(folder.blocks())) {
        for (Manifest.FixtureFacts fixture : manifest.fixtures()) {
          write(manifest.arms().stream().filter(arm -> arm.fixture().equals(fixture.id())).toList(), shard,
              shard.share(blocks), launches, ends);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  private static void write(List<Arm> arms, Shard shard, int blocks, OutputStream launches, OutputStream ends)
      throws IOException {
    ObjectWriter json = RunJson.MAPPER.writer();
    SplittableRandom random = new SplittableRandom(42 + shard.index() - 1);
    for (int own = 0; own <= blocks; own++) {
      int block = shard.block(own);
      double drift = Math.exp(0.2 * random.nextGaussian());
      for (int position = 0; position < arms.size(); position++) {
        line(launches, json.writeValueAsBytes(launch(arms.get(position), block, own == 0, position, drift, random)));
      }
      Guards guards = new Guards(0.9, 0.001, 0.0, 0.2 * random.nextDouble(), 0.3, 0.01, 0.0, null, 0, 50L << 30);
      line(ends, json.writeValueAsBytes(
          new BlockEnd(arms.get(0).fixture(), block, own == 0, null, 20_400_000_000L, 20_000_000_000L, guards)));
    }
  }

  private static void line(OutputStream out, byte[] json) throws IOException {
    out.write(json);
    out.write('\n');
  }

  private static OutputStream compressed(Path file) throws IOException {
    OutputStream gz =
        new GZIPOutputStream(Files.newOutputStream(file.resolveSibling(file.getFileName() + ".gz")), BUFFER) {
          {
            def.setLevel(Deflater.BEST_SPEED);
          }
        };
    return new BufferedOutputStream(gz, BUFFER);
  }

  private static Launch launch(Arm arm, int block, boolean warmup, int position, double drift,
      SplittableRandom random) {
    double late = random.nextInt(20) == 0 ? 1 + random.nextDouble() : 1;
    double factor = drift * late * Math.exp(0.05 * random.nextGaussian());
    long bootNs = ns(40, factor);
    long loadNs = ns(3 + arm.label().length(), factor);
    long parseNs = ns(arm.runtime().length() * 7.0, factor);
    PhasesNs phases = new PhasesNs(bootNs, loadNs, parseNs, null, ns(2, factor), ns(30, factor));
    long firstResponseNs = phases.sumNs();
    return new Launch(block, position, arm.arm(), arm.fixture(), warmup, true, null,
        1_767_323_045_000L + block * 10_000L, firstResponseNs, firstResponseNs + 9_000_000, phases, ns(0.3, factor),
        Counters.of(counter -> switch (counter) {
          case CPU -> firstResponseNs + 20_000_000;
          case RUN_QUEUE -> ns(2, factor);
          case PEAK_RSS -> (40L << 20) + random.nextInt(1 << 20);
          case CLASSES_LOADED -> 400L + random.nextInt(3);
          case CLASSES_FROM_ARCHIVE -> 390L;
          case JIT -> ns(15, factor);
          default -> 0L;
        }), 0, null);
  }

  private static long ns(double ms, double factor) {
    return Math.round(ms * 1e6 * factor);
  }

  private Manifest manifest() {
    Manifest m = SampleRuns.manifest(blocks);
    List<Manifest.FixtureFacts> facts = IntStream.range(0, fixtures)
        .mapToObj(i -> new Manifest.FixtureFacts("fixture-" + i, "Fixture number " + i, "a handler of some size",
            56_789, "11".repeat(32), "00-get", 52L, null))
        .toList();
    List<Arm> arms = new ArrayList<>();
    facts.forEach(fixture -> PROFILES.subList(0, profiles).forEach(profile -> arms(fixture.id(), profile, arms)));
    return Records.with(m, "fixtures", facts, "arms", arms, "resumedAt", null, "spawns", null);
  }

  private void arms(String fixture, String profile, List<Arm> arms) {
    for (String runtime : RUNTIMES.subList(0, runtimes)) {
      for (String way : WAYS) {
        arms.add(arm(fixture, profile, runtime, way, null));
      }
    }
    arms.add(arm(fixture, profile, RUNTIMES.get(0), WAYS.get(0), new Arm.Control(Arm.Control.AA, null, null)));
  }

  private static Arm arm(String fixture, String profile, String runtime, String way, Arm.Control control) {
    String id = runtime.toLowerCase(Locale.ROOT).replace(' ', '-');
    String configuration = id + "." + (way.equals(WAYS.get(0)) ? way : "extracted-cached");
    boolean baseline = control == null && runtime.equals(RUNTIMES.get(0)) && way.equals(WAYS.get(0));
    return new Arm(configuration + "/" + profile + "/jdk25" + (control == null ? "" : "+aa"), id, runtime,
        configuration, runtime + ", " + way, profile, "jdk25", fixture, baseline, control, Map.of("compile", "parse"),
        runtime + " 1.2.3", command(configuration, profile, fixture),
        profile.equals("default") ? null : new Arm.Preparation("AOT cache", 1_042, 13_737_984), null, null);
  }

  private static List<String> command(String configuration, String profile, String fixture) {
    String stage = "<coldstart>/benchmarks/runtimes/" + configuration + "/target/stage/";
    return List.of("<jdk25>/bin/java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:AOTMode=" + profile,
        "-XX:AOTCache=<cache>", "-Djava.io.tmpdir=<launch>", "-cp",
        stage + "coldstart-runtime-0.1.0-SNAPSHOT.jar:" + stage + "lib/coldstart-spi-0.1.0-SNAPSHOT.jar:" + stage
            + "lib/runtime-1.7.5.jar:" + stage + "lib/wasm-1.7.5.jar",
        "dev.coldstart.runtimes.InterpreterChild", fixture,
        "<coldstart>/wasm-fixtures/" + fixture + "/" + fixture + ".wasm",
        "<coldstart>/wasm-fixtures/" + fixture + "/events/00-get.json");
  }
}
