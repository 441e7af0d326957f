package dev.coldstart.validation.faults;

import dev.coldstart.record.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Something disappears while a run needs it, like a disk that is unplugged or a folder that is deleted. */
final class GoneFault implements Fault {

  enum What {
    JDK("the JDK", Set.of(May.STOP)),
    RUN("the run's folder", Set.of(May.STOP)),
    LAUNCHES("launches.jsonl", Set.of(May.STOP, May.BE_REFUSED)),
    TEMPORARY("the content of the temporary folder", Set.of(May.STOP));

    private final String words;
    private final Set<May> may;

    What(String words, Set<May> may) {
      this.words = words;
      this.may = may;
    }
  }

  private final What what;
  private final Moment moment;
  private Optional<Path> run = Optional.empty();

  GoneFault(What what, Moment moment) {
    this.what = what;
    this.moment = moment;
  }

  @Override
  public FaultKind kind() {
    return FaultKind.GONE;
  }

  @Override
  public String words() {
    return what.words + (what == What.JDK || what == What.RUN ? " is missing for a while, " : " is removed, ")
        + moment.words();
  }

  @Override
  public Set<May> may() {
    return what.may;
  }

  @Override
  public boolean strike(Trial trial, Running running) throws IOException {
    if (!moment.await(trial, running)) {
      return false;
    }
    run = trial.run();
    switch (what) {
      case JDK -> trial.jdk().takeAway();
      case RUN -> {
        if (run.isPresent()) {
          Files.move(run.get(), away(trial));
        }
      }
      case LAUNCHES -> {
        if (run.isPresent()) {
          Files.delete(new RunFolder(run.get()).launches());
          trial.remember(List.of());
        }
      }
      case TEMPORARY -> {
        // A run creates and removes folders in it all the time, so some may already be gone.
        SystemPrograms.succeeds("rm", "-rf", trial.tmp().toString());
        Files.createDirectories(trial.tmp());
      }
    }
    return true;
  }

  private static Path away(Trial trial) {
    return trial.folder().resolve("away");
  }

  @Override
  public void lift(Trial trial) throws IOException {
    trial.jdk().heal();
    if (run.isPresent() && Files.exists(away(trial))) {
      if (Files.exists(run.get())) {
        // A run that lost its folder created a new one. The measured data is in the old one.
        Files.move(run.get(), trial.folder().resolve("made-anew"));
      }
      Files.move(away(trial), run.get());
    }
  }
}
