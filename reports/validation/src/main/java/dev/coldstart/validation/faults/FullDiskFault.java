package dev.coldstart.validation.faults;

import java.io.IOException;
import java.util.Set;

/**
 * A disk becomes full at a moment.
 *
 * @param temporary whether it is the disk of the temporary folder; otherwise that of the runs
 * @param leftBytes how much can still be written
 */
record FullDiskFault(SmallRun run, Moment moment, boolean temporary, long leftBytes) implements Fault {

  @Override
  public FaultKind kind() {
    return FaultKind.FULL;
  }

  @Override
  public String words() {
    return "the disk of " + (temporary ? "the temporary folder" : "the runs") + " has only " + leftBytes
        + " bytes left " + moment.words();
  }

  @Override
  public Set<May> may() {
    return temporary ? Set.of(May.STOP, May.FAIL_LAUNCHES) : Set.of(May.STOP);
  }

  @Override
  public void prepare(Trial trial) throws IOException {
    trial.disk(temporary ? trial.tmp() : trial.out());
  }

  @Override
  public boolean strike(Trial trial, Running running) throws IOException {
    if (!moment.await(trial, running)) {
      return false;
    }
    trial.disk().leave(leftBytes);
    return true;
  }

  @Override
  public void lift(Trial trial) throws IOException {
    trial.disk().makeRoom();
  }
}
