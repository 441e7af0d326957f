package dev.coldstart.launcher.machine;

import dev.coldstart.launcher.TemporaryFolder;
import dev.coldstart.record.Manifest.Spawn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Measures the cost of starting a process with each launch mechanism. This cost is part of every launch's {@code boot}
 * and is not subtracted. {@link SpawnProbe} measures the mechanisms in turn, in several short rounds, so that the
 * machine's drift affects all alike. {@code FORK} copies the page tables of the parent, so it costs more in a launcher,
 * which is larger than the probe, than this measurement shows.
 */
public final class SpawnCalibration {

  private static final List<String> MECHANISMS = List.of("POSIX_SPAWN", "VFORK", "FORK");
  private static final int ROUNDS = 3;
  private static final int WARMUP = 5;
  private static final int COUNTED = 10;
  private static final Duration MOST = Duration.ofSeconds(20);

  /** A mechanism counts as cheaper only if it saves more than both limits: medians of about 30 starts vary by 10 %. */
  private static final double CHEAPER_BY_PART = 0.2;

  private static final long CHEAPER_BY_NS = TimeUnit.MICROSECONDS.toNanos(100);

  private SpawnCalibration() {}

  /**
   * Measures every mechanism that this JVM's JDK has on this platform. Empty if there is no trivial program, if no JVM
   * can be started, or if it is interrupted.
   */
  public static List<Spawn> measure(BooleanSupplier interrupted) {
    return SpawnProbe.trivialProgram().map(program -> measure(program, interrupted)).orElse(List.of());
  }

  private static List<Spawn> measure(Path program, BooleanSupplier interrupted) {
    Map<String, List<Long>> tookNs = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      List<String> order = new ArrayList<>(MECHANISMS);
      Collections.rotate(order, round);
      for (String mechanism : order) {
        if (interrupted.getAsBoolean()) {
          return List.of();
        }
        tookNs.computeIfAbsent(mechanism, name -> new ArrayList<>()).addAll(probe(mechanism, program));
      }
    }
    return MECHANISMS.stream()
        .filter(mechanism -> !tookNs.get(mechanism).isEmpty())
        .map(mechanism -> spawn(mechanism, tookNs.get(mechanism)))
        .toList();
  }

  static Spawn spawn(String mechanism, List<Long> tookNs) {
    List<Long> sorted = tookNs.stream().sorted().toList();
    long medianNs = (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    return new Spawn(mechanism, mechanism.equals(LaunchMechanism.inUse()), medianNs, tookNs.size());
  }

  /** The times of one round with one mechanism, in ns. Empty if the JDK does not have it here. */
  static List<Long> probe(String mechanism, Path program) {
    try {
      try (WorkFolder folder = WorkFolder.in(TemporaryFolder.ofThisJvm().path())) {
        Path out = folder.path().resolve("took-ns");
        ProcessBuilder probe = new ProcessBuilder(command(mechanism, program)).redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
        return Program.run(probe, MOST).isPresent()
            ? Files.readAllLines(out).stream().map(Long::valueOf).toList()
            : List.of();
      }
    } catch (IOException e) {
      return List.of();
    }
  }

  private static List<String> command(String mechanism, Path program) {
    return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1", "-D" + LaunchMechanism.PROPERTY + "=" + mechanism, "-cp",
        Path.of(URI.create(SpawnProbe.class.getProtectionDomain().getCodeSource().getLocation().toString())).toString(),
        SpawnProbe.class.getName(), program.toString(), String.valueOf(WARMUP), String.valueOf(COUNTED));
  }

  /** The medians on one line. */
  public static String text(List<Spawn> spawns) {
    return spawns.stream()
        .map(spawn -> spawn.mechanism() + " " + ms(spawn) + (spawn.used() ? " (used)" : ""))
        .collect(Collectors.joining(", ", "starting a trivial program: ", ""));
  }

  /** The advice if another mechanism is clearly cheaper than the one in use. Empty if none is. */
  public static Optional<String> advice(List<Spawn> spawns) {
    return spawns.stream()
        .min(Comparator.comparingLong(Spawn::medianNs))
        .flatMap(cheapest -> spawns.stream()
            .filter(used -> used.used() && isClearlyCheaper(cheapest, used))
            .findFirst()
            .map(used -> "launches are started with " + used.mechanism() + ", which takes " + ms(used) + " here, but "
                + cheapest.mechanism() + " would take " + ms(cheapest) + ": add -D" + LaunchMechanism.PROPERTY + "="
                + cheapest.mechanism() + " to command/jvm.args"));
  }

  private static boolean isClearlyCheaper(Spawn cheapest, Spawn used) {
    long savedNs = used.medianNs() - cheapest.medianNs();
    return savedNs > CHEAPER_BY_NS && savedNs > CHEAPER_BY_PART * used.medianNs();
  }

  private static String ms(Spawn spawn) {
    return String.format(Locale.ROOT, "%.2f ms", spawn.medianNs() / 1e6);
  }
}
