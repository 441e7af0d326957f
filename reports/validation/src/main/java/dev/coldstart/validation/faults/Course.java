package dev.coldstart.validation.faults;

import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.StopRule;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.validation.faults.Fault.May;
import dev.coldstart.validation.faults.FaultsResult.Row;
import dev.coldstart.validation.faults.FaultsResult.Then;
import dev.coldstart.validation.faults.Running.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The course of one fault, from before its run to the end, and the list of violations. */
final class Course {

  /** Exit code of a run in which an arm failed. */
  private static final int ARMS_FAILED = 1;

  private static final int MOST_CHARACTERS = 160;

  private final Fault fault;
  private final Trial trial;
  private final List<String> broken = new ArrayList<>();
  private boolean late;

  Course(Fault fault, Trial trial) {
    this.fault = fault;
    this.trial = trial;
  }

  Row play(int number) throws IOException {
    long startedNs = System.nanoTime();
    fault.prepare(trial);
    Map<String, Integer> before = contents();
    Running running = fault.begin(trial);
    Ended first = strike(running);
    for (int strike = 1; strike < fault.strikes() && !first.isDone() && trial.run().isPresent(); strike++) {
      running = trial.resume(fault.run(), trial.run().get());
      first = strike(running);
    }
    fault.lift(trial);
    judge(first, running.isResumed());
    Then then = goOn(first, running.isResumed(), before);
    return new Row(number, fault.kind(), fault.words(), late, first.code(), first.line(), then,
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNs), List.copyOf(broken));
  }

  private Ended strike(Running running) throws IOException {
    late |= !fault.strike(trial, running);
    Ended ended = running.end();
    nobodyIsLeft();
    Optional<Path> run = trial.run();
    if (run.isPresent()) {
      invariants().kept(run.get(), broken);
      trial.remember();
    }
    return ended;
  }

  /** Checks that all processes that the run started have ended with it, and kills those that have not. */
  private void nobodyIsLeft() {
    List<Processes.Found> left = trial.processes().left();
    if (!left.isEmpty()) {
      broken.add("still running after " + Processes.GONE_WITHIN.toSeconds() + " s: "
          + left.stream()
              .map(found -> SafeText.start(found.words(), MOST_CHARACTERS))
              .collect(Collectors.joining("; ")));
      trial.processes().kill();
    }
  }

  /** Checks that the faulty run ended in a permitted way and told its user what they need to know. */
  private void judge(Ended ended, boolean resumed) {
    if (ended.exitCode() == null) {
      broken.add("it hung, and was killed");
    }
    if (ended.hasTrace()) {
      broken.add("it shows a stack trace: " + ended.line());
    }
    if (ended.isDone()) {
      if (trial.run().isEmpty()) {
        broken.add("it ended with exit code 0, but there is no run");
      }
      return;
    }
    if (mustFinish() && !late) {
      broken.add("it did not finish, " + ended.code() + ": " + ended.line());
    }
    // A refusal is one sentence. A process that a signal ends while its JVM starts says nothing, and its user has just
    // given the command.
    boolean refused = resumed && ended.messages().size() <= 1;
    boolean begun = trial.run().isPresent();
    if (begun && !may(May.DIE) && !isComplete() && !refused && !ended.says("--resume")) {
      broken.add("it does not say how to resume: " + ended.line());
    }
    if (!begun && fault.kind() != FaultKind.SIGNAL && !may(May.DIE) && ended.messages().size() != 1) {
      broken.add("it does not say in one sentence why it ended: " + ended.line());
    }
  }

  private boolean may(May what) {
    return fault.may().contains(what);
  }

  private boolean mustFinish() {
    return !may(May.STOP) && !may(May.DIE) && !may(May.BE_REFUSED);
  }

  private boolean isComplete() {
    try {
      return StopRule.isComplete(RunReader.manifest(trial.run().orElseThrow()).stoppedBy());
    } catch (RunFormatException damaged) {
      return false;
    }
  }

  /** Takes the run to its end, after the fault was removed. */
  private Then goOn(Ended first, boolean resumed, Map<String, Integer> before) throws IOException {
    Optional<Path> run = trial.run();
    if (first.isDone() && run.isPresent()) {
      finished(run.get(), true);
      return Then.FINISHED;
    }
    if (resumed && may(May.BE_REFUSED)) {
      refused(first, before);
      return Then.REFUSED;
    }
    Map<String, Integer> dead = contents();
    Running running =
        run.isPresent() ? trial.resume(fault.run(), run.get()) : trial.start(fault.run(), SmallRun.TIMEOUT);
    Ended last = running.end();
    nobodyIsLeft();
    boolean ended =
        last.isDone() || may(May.FAIL_LAUNCHES) && last.exitCode() != null && last.exitCode() == ARMS_FAILED;
    if (ended && trial.run().isPresent()) {
      finished(trial.run().get(), false);
    } else if (may(May.BE_REFUSED)) {
      refused(last, dead);
      return Then.REFUSED;
    } else {
      broken.add((run.isPresent() ? "it cannot be resumed, " : "a new run fails, ") + last.code() + ": " + last.line());
    }
    return run.isPresent() ? Then.RESUMED : Then.BEGUN_ANEW;
  }

  private Invariants invariants() {
    return new Invariants(trial, trial.undisturbed(fault.run()).outline(), !may(May.FAIL_LAUNCHES),
        !may(May.SPOIL_BESIDE));
  }

  /** @param atOnce whether the run itself, and not a resumed one, ended with exit code 0 */
  private void finished(Path path, boolean atOnce) throws IOException {
    broken.addAll(invariants().ofFinished(path));
    try {
      RunData run = RunReader.read(path);
      broken.addAll(fault.broken(trial, run));
      run.launched()
          .filter(arm -> atOnce && arm.counted().isEmpty())
          .map(ArmLaunches::arm)
          .forEach(arm -> broken.add("it ended with exit code 0, but no launch of " + arm.arm() + " is valid"));
    } catch (RunFormatException alreadySaid) {
      // The invariants have reported it.
    }
  }

  private void refused(Ended ended, Map<String, Integer> before) throws IOException {
    if (ended.messages().size() != 1) {
      broken.add("it was not refused with one sentence, " + ended.code() + ": " + ended.line());
    }
    Map<String, Integer> after = contents();
    if (!after.equals(before)) {
      before.entrySet().removeAll(after.entrySet());
      broken.add("it was refused, but changed: " + before.keySet());
    }
  }

  /** The files of all runs, each with a digest. */
  private Map<String, Integer> contents() throws IOException {
    Map<String, Integer> contents = new TreeMap<>();
    if (Files.isDirectory(trial.out())) {
      try (Stream<Path> files = Files.walk(trial.out(), 3)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          contents.put(trial.out().relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
        }
      }
    }
    return contents;
  }
}
