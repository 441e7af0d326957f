package dev.coldstart.validation.faults;

import dev.coldstart.validation.faults.Running.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Signals that end their target.
 *
 * @param signals by name, one shortly after the other
 * @param strikes how often; from the second time on, while the run is resumed
 */
record SignalFault(SmallRun run, Moment moment, Target target, List<String> signals, int strikes) implements Fault {

  private static final String KILL = "KILL";
  private static final Duration BETWEEN = Duration.ofMillis(100);

  @Override
  public FaultKind kind() {
    return signals.contains(KILL) ? FaultKind.KILLED : FaultKind.SIGNAL;
  }

  @Override
  public String words() {
    String names = signals.stream().map(name -> "SIG" + name).collect(Collectors.joining(" and "));
    return names + " to " + target.words() + " " + moment.words()
        + (run == SmallRun.CACHES ? ", in a run that makes caches first" : "")
        + (strikes > 1 ? ", and again when it is resumed" : "");
  }

  @Override
  public Set<May> may() {
    if (target == Target.CHILD) {
      return Set.of();
    }
    return signals.contains(KILL) ? Set.of(May.STOP, May.DIE) : Set.of(May.STOP);
  }

  @Override
  public void prepare(Trial trial) throws IOException {
    if (run == SmallRun.CACHES) {
      Undisturbed.loseCaches(trial);
    }
  }

  @Override
  public boolean strike(Trial trial, Running running) throws IOException {
    if (!moment.await(trial, running)) {
      return false;
    }
    boolean struck = running.signal(signals.get(0), target);
    for (String signal : signals.subList(1, signals.size())) {
      Moment.sleep(BETWEEN);
      running.signal(signal, target);
    }
    return struck;
  }
}
