package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Merged;
import dev.coldstart.record.RunData;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The machines of a run. Times are those of the first one, because a time on one machine says nothing about another's;
 * ratios, which are made inside a machine, are those of all of them.
 */
public final class Machines {

  private final RunData run;
  private final List<RunData> parts;
  private final Map<List<ArmKey>, LogRatio> known = new ConcurrentHashMap<>();

  private Machines(RunData run) {
    this.run = run;
    this.parts = run.byMachine();
  }

  public static Machines of(RunData run) {
    return new Machines(run);
  }

  RunData run() {
    return run;
  }

  /** What was measured on each machine, see {@link RunData#byMachine}. */
  List<RunData> parts() {
    return parts;
  }

  boolean areSeveral() {
    return parts.size() > 1;
  }

  /** The part whose times are shown: the whole run if it is of one machine. */
  public RunData first() {
    return parts.get(0);
  }

  /** The typical log ratio of two arms of the run. */
  LogRatio typical(Arm arm, Arm other) {
    List<ArmKey> key = List.of(arm.key(), other.key());
    // Not computeIfAbsent, whose function must not wait for other threads of the pool.
    LogRatio typical = known.get(key);
    if (typical == null) {
      typical = LogRatio.of(parts.parallelStream().map(part -> logs(part, arm, other)).toList());
      known.put(key, typical);
    }
    return typical;
  }

  private static double[] logs(RunData part, Arm arm, Arm other) {
    return new LogRatios(part.arms()).of(launches(part, arm), launches(part, other));
  }

  static ArmLaunches launches(RunData part, Arm arm) {
    return part.arm(arm.key()).orElseThrow();
  }

  /** Those whose own controls fail, each with the first that does. Empty for a run of one machine. */
  Stream<Doubt.MachineFailed> failed() {
    Merged merged = run.manifest().merged();
    if (!areSeveral()) {
      return Stream.empty();
    }
    List<List<ControlResult>> controls = ControlResult.ofEach(parts);
    return IntStream.range(0, parts.size())
        .boxed()
        .flatMap(i -> controls.get(i)
            .stream()
            .filter(ControlResult::failed)
            .limit(1)
            .map(control -> new Doubt.MachineFailed(i + 1, merged.shardsOf(i + 1), control)));
  }
}
