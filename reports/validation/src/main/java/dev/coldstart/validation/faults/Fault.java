package dev.coldstart.validation.faults;

import dev.coldstart.record.RunData;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Something that goes wrong while a run is on, or in the folder of one that is over. */
interface Fault {

  /** What may come of it; of a fault with none of them a run must not be the worse. */
  enum May {
    /** The run stops, and says how to go on. */
    STOP,
    /** It stops, and nobody is left to say so. */
    DIE,
    /** What is found cannot be gone on with: it is refused with a sentence, and stays as it is. */
    BE_REFUSED,
    /** Launches that failed stand, and do not count. */
    FAIL_LAUNCHES,
    /** What lies beside the run cannot be as ever. */
    SPOIL_BESIDE
  }

  FaultKind kind();

  /** What is done, and when. */
  String words();

  default Set<May> may() {
    return Set.of();
  }

  /** What it is done to. */
  default SmallRun run() {
    return SmallRun.LAUNCHES;
  }

  /** How often it is done: once more to the run as it is resumed. */
  default int strikes() {
    return 1;
  }

  /** Before the run. */
  default void prepare(Trial trial) throws IOException {}

  /** How long a launch may take. */
  default Duration timeout() {
    return SmallRun.TIMEOUT;
  }

  /** Starts the run. */
  default Running begin(Trial trial) throws IOException {
    return trial.start(run(), timeout());
  }

  /** While the run is on; false when it was over before. */
  default boolean strike(Trial trial, Running running) throws IOException {
    return true;
  }

  /** When the run has ended: afterwards nothing is wrong any more. */
  default void lift(Trial trial) throws IOException {}

  /** What of this fault must not be seen in the run when all is over, in words; empty where it is not. */
  default List<String> broken(Trial trial, RunData run) throws IOException {
    return List.of();
  }
}
