package dev.coldstart.validation.faults;

import dev.coldstart.record.RunData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Changes the wall clock during a run, or before it is resumed. Only the run sees the change, not the machine. */
final class ClockFault implements Fault {

  private static final Path LIBRARIES = Path.of("/usr/lib");

  private final Moment moment;
  private final String offset;
  private long started;

  /**
   * @param moment null to change the clock before a killed run is resumed
   * @param offset from then on, in seconds with a sign
   */
  ClockFault(Moment moment, String offset) {
    this.moment = moment;
    this.offset = offset;
  }

  @Override
  public FaultKind kind() {
    return FaultKind.CLOCK;
  }

  @Override
  public String words() {
    return "the clock is changed by " + offset + " s "
        + (moment == null ? "between the kill of a run and its resumption" : moment.words());
  }

  /** The library of the package faketime; empty if it is not installed. */
  static Optional<Path> library() throws IOException {
    try (Stream<Path> folders = Files.list(LIBRARIES)) {
      return folders.map(folder -> folder.resolve("faketime/libfaketime.so.1")).filter(Files::exists).findFirst();
    }
  }

  private static Path offset(Trial trial) {
    return trial.folder().resolve("offset");
  }

  /** Only in the launcher: the child's wall clock is in no result. */
  @Override
  public void prepare(Trial trial) throws IOException {
    if (moment == null) {
      trial.takeOver(trial.interrupted());
      trial.remember();
    }
    Files.writeString(offset(trial), moment == null ? offset : "+0");
    Map<String, String> variables = new TreeMap<>(Map.of("LD_PRELOAD", library().orElseThrow().toString(),
        "FAKETIME_TIMESTAMP_FILE", offset(trial).toString(), "FAKETIME_CACHE_DURATION", "1",
        "FAKETIME_DONT_FAKE_MONOTONIC", "1", "DONT_FAKE_MONOTONIC", "1", "NO_FAKE_STAT", "1"));
    StringBuilder script = new StringBuilder();
    variables.forEach((name, value) -> script.append("export ").append(name).append("='").append(value).append("'\n"));
    trial.jdk().plan(FaultyJdk.Of.LAUNCHER, script.toString(), 1, Long.MAX_VALUE);
  }

  @Override
  public Running begin(Trial trial) throws IOException {
    return moment == null ? trial.resume(run(), trial.folderOfRun()) : trial.start(run(), timeout());
  }

  @Override
  public void lift(Trial trial) throws IOException {
    started = trial.jdk().started();
    trial.jdk().heal();
  }

  @Override
  public boolean strike(Trial trial, Running running) throws IOException {
    if (moment == null) {
      return true;
    }
    if (!moment.await(trial, running)) {
      return false;
    }
    Files.writeString(offset(trial), offset);
    return true;
  }

  @Override
  public List<String> broken(Trial trial, RunData run) {
    return started > 0 ? List.of() : List.of("the fault was not made: nothing was started with " + trial.jdk().java());
  }
}
