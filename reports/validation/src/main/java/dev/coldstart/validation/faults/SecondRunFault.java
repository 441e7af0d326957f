package dev.coldstart.validation.faults;

import dev.coldstart.record.RunData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Starts a second run during the first: it must wait for its turn, or be refused. */
final class SecondRunFault implements Fault {

  private final Moment moment;
  private Processes processes;
  private Running second;
  private List<Processes.Found> left;
  private Running.Ended ended;

  SecondRunFault(Moment moment) {
    this.moment = moment;
  }

  @Override
  public FaultKind kind() {
    return FaultKind.SECOND_RUN;
  }

  @Override
  public String words() {
    return "a second run is started " + moment.words();
  }

  @Override
  public boolean strike(Trial trial, Running running) throws IOException {
    if (!moment.await(trial, running)) {
      return false;
    }
    processes = new Processes(trial.processes().mark().replace(".", "-second."));
    second = trial.startBeside(run(), timeout(), processes);
    return true;
  }

  @Override
  public void lift(Trial trial) throws IOException {
    if (second != null) {
      ended = second.end();
      left = processes.left();
      processes.kill();
    }
  }

  @Override
  public List<String> broken(Trial trial, RunData run) {
    if (ended == null) {
      return List.of();
    }
    List<String> broken = new ArrayList<>();
    if (!ended.isDone() && ended.messages().size() != 1) {
      broken.add("the second run ended with " + ended.code() + ", not with one sentence: " + ended.line());
    }
    left.forEach(found -> broken.add("the second run left " + found.words()));
    if (ended.hasTrace()) {
      broken.add("the second run shows a stack trace: " + ended.line());
    }
    return broken;
  }
}
