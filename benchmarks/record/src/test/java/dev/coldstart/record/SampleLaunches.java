package dev.coldstart.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;

/** The launches of the synthetic runs: lognormal times on a machine that drifts between blocks. */
public final class SampleLaunches {

  private static final long SPAWN_MS = 1_767_323_045_000L;

  private SampleLaunches() {}

  /** @param blocks number of counted blocks after one warm-up block, the same for each fixture */
  static List<Launch> of(Manifest manifest, int blocks) {
    return of(manifest, fixture -> blocks);
  }

  /** @param blocks number of counted blocks after one warm-up block, by fixture */
  static List<Launch> of(Manifest manifest, ToIntFunction<String> blocks) {
    Random random = new Random(42);
    List<Launch> launches = new ArrayList<>();
    for (Manifest.FixtureFacts fixture : manifest.fixtures()) {
      List<Arm> arms =
          new ArrayList<>(manifest.arms().stream().filter(a -> a.ran() && a.fixture().equals(fixture.id())).toList());
      for (int block = 0; block <= blocks.applyAsInt(fixture.id()); block++) {
        Collections.shuffle(arms, random);
        double drift = Math.exp(0.2 * random.nextGaussian());
        for (int position = 0; position < arms.size(); position++) {
          launches.add(launch(arms.get(position), block, position, drift, random));
        }
      }
    }
    return List.copyOf(launches);
  }

  private static Launch launch(Arm arm, int block, int position, double drift, Random random) {
    long startedAtMs = SPAWN_MS + block * 10_000L + position * 1_000L;
    if (arm.runtime().equals("wasmtime") && arm.profile().equals("default") && block == 3) {
      return new Launch(block, position, arm.arm(), arm.fixture(), false, false, "exit code 134", startedAtMs, null,
          80_000_000L, null, null, Counters.NONE, 134, null);
    }
    double factor = drift * Math.exp(0.05 * random.nextGaussian());
    PhasesNs phases = phases(arm, factor);
    long classes = 400 + arm.runtime().length() * 25L;
    long archived = arm.profile().equals("appcds") ? classes - 9 : 390;
    return new Launch(block, position, arm.arm(), arm.fixture(), block == 0, true, null, startedAtMs, phases.sumNs(),
        phases.sumNs() + 9_000_000, phases, Math.round(300_000 * factor), counters(phases, classes, archived, factor),
        0, null);
  }

  private static Counters counters(PhasesNs phases, long classes, long archived, double factor) {
    return Counters.of(counter -> switch (counter) {
      case CPU -> phases.sumNs() + 20_000_000;
      case RUN_QUEUE -> Math.round(2_000_000 * factor);
      case PEAK_RSS -> 40L << 20;
      case CLASSES_LOADED -> classes;
      case CLASSES_FROM_ARCHIVE -> archived;
      case JIT -> 15_000_000L;
      default -> 0L;
    });
  }

  /** Times in ms before drift. The time of a fused phase is in the phase that holds it. */
  private static PhasesNs phases(Arm arm, double factor) {
    double boot = arm.profile().equals("appcds") ? 40 : 50;
    double guest = arm.fixture().equals("hello") ? 1.5 : 1;
    switch (arm.runtime()) {
      case "plain-java" :
        return new PhasesNs(ns(boot, factor), ns(3, factor), null, null, ns(1, factor),
            ns(4 * guest, factor) + busyNs(arm));
      case "chicory" :
        return new PhasesNs(ns(boot, factor), ns(9, factor), ns(30 * guest, factor), null, ns(10, factor),
            ns(25 * guest, factor));
      default :
        return new PhasesNs(ns(boot, factor), ns(45, factor), null, ns(12 * guest, factor), ns(2, factor),
            ns(5 * guest, factor));
    }
  }

  /** Does not depend on the machine's speed, because a busy loop reads the clock. */
  private static long busyNs(Arm arm) {
    return arm.isControl() && arm.control().busyNs() != null ? arm.control().busyNs() : 0;
  }

  private static Long ns(double ms, double factor) {
    return Math.round(ms * 1e6 * factor);
  }

  static Launch renamed(Launch launch, String arm) {
    return SampleLaunch.ofArm(launch, new ArmKey(arm, launch.fixture()));
  }

  /** A later response with the same phases. */
  public static Launch slower(Launch launch, double factor) {
    Long ns = launch.firstResponseNs();
    return SampleLaunch.withTimes(launch, ns == null ? null : Math.round(ns * factor), launch.phasesNs());
  }

  /** A response that is later in each phase. */
  static Launch stretched(Launch launch, double factor) {
    PhasesNs p = launch.phasesNs();
    if (p == null) {
      return launch;
    }
    Long[] ns = p.inOrder().stream().map(t -> t == null ? null : Math.round(t * factor)).toArray(Long[]::new);
    PhasesNs phases = new PhasesNs(ns[0], ns[1], ns[2], ns[3], ns[4], ns[5]);
    return SampleLaunch.withTimes(launch, phases.sumNs(), phases);
  }

  static Launch stretchedInFirstCall(Launch launch, double factor) {
    PhasesNs p = launch.phasesNs();
    if (p == null) {
      return launch;
    }
    long more = Math.round(p.sumNs() * (factor - 1));
    PhasesNs phases = new PhasesNs(p.boot(), p.load(), p.parse(), p.compile(), p.instantiate(), p.firstInvoke() + more);
    return SampleLaunch.withTimes(launch, phases.sumNs(), phases);
  }
}
