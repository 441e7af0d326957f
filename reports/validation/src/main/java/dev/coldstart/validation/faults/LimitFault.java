package dev.coldstart.validation.faults;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Limits the size of each file, like a quota: writing more fails as on a full disk.
 *
 * @param kib in KiB
 */
record LimitFault(SmallRun run, int kib) implements Fault {

  @Override
  public FaultKind kind() {
    return FaultKind.FULL;
  }

  @Override
  public String words() {
    return "no file of a run" + (run == SmallRun.JMH ? " with JMH" : "") + " may be larger than " + kib + " KiB";
  }

  @Override
  public Set<May> may() {
    return Set.of(May.STOP, May.FAIL_LAUNCHES);
  }

  @Override
  public Running begin(Trial trial) throws IOException {
    List<String> limited =
        List.of("bash", "-c", "ulimit -f \"$1\"; shift; exec \"$@\"", "limited", String.valueOf(kib));
    return trial.start(run, timeout(), limited);
  }
}
