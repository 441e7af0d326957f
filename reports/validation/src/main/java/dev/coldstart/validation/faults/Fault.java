package dev.coldstart.validation.faults;

import dev.coldstart.record.RunData;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A fault during a run, or in the folder of a run that has ended. */
interface Fault {

  /** The permitted consequences. A fault without any of them must not harm the run. */
  enum May {
    /** The run stops, and says how to resume it. */
    STOP,
    /** The run stops without saying anything. */
    DIE,
    /** The run cannot be resumed: it is refused with one sentence, and its files stay unchanged. */
    BE_REFUSED,
    /** Failed launches remain in the results and do not count. */
    FAIL_LAUNCHES,
    /** The files next to the run may be wrong. */
    SPOIL_BESIDE
  }

  FaultKind kind();

  /** The fault and its moment in words. */
  String words();

  default Set<May> may() {
    return Set.of();
  }

  /** The run that it is made in. */
  default SmallRun run() {
    return SmallRun.LAUNCHES;
  }

  /** How often the fault is made: from the second time on, to the resumed run. */
  default int strikes() {
    return 1;
  }

  /** Called before the run. */
  default void prepare(Trial trial) throws IOException {}

  /** Timeout for a launch. */
  default Duration timeout() {
    return SmallRun.TIMEOUT;
  }

  default Running begin(Trial trial) throws IOException {
    return trial.start(run(), timeout());
  }

  /** Makes the fault during the run; false if the run had already ended. */
  default boolean strike(Trial trial, Running running) throws IOException {
    return true;
  }

  /** Removes the fault after the run has ended. */
  default void lift(Trial trial) throws IOException {}

  /** Traces of this fault that must not be in the final run, in words; empty if there are none. */
  default List<String> broken(Trial trial, RunData run) throws IOException {
    return List.of();
  }
}
